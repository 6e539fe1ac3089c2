import { NO_PERSON } from '../scope';
import { standsInName } from '../stands-in-name';
import type { About, Candidate, FixedClue } from './clue';

/** "[Boston] Children's Hospital": a piece of a longer name that the packs do not know. */
export const pieceOfLongerName: FixedClue = {
  name: 'pieceOfLongerName',
  speaks: 'against',
  only: { kinds: NO_PERSON, beside: ['stranger', 'head'] },
  belief: -4,
  value: (candidate) =>
    candidate.kind !== 'person' && (standsInName(candidate) || standsInDateline(candidate)) ? 1 : 0,
};

const DATELINE = /^(?:, [^—–(]{2,40})? ?(?:\([^)]{2,24}\) ?)?[—–-]{1,2}\s/;
/** No dateline has more words before its last. */
const MOST_WORDS = 3;

/** "WEST [PALM BEACH], Fla. (AP) —": all capitals at the head of a block are one name. */
function standsInDateline({ span, story: { readings } }: Candidate): boolean {
  const reading = readings[span.at];
  if (!reading || span.first === 0 || span.first > MOST_WORDS) return false;
  const { words, block, language } = reading;
  // "THE HAGUE".
  if (language.names.openers.has(words[0]?.folded ?? '')) return false;
  if (words.slice(1, span.first + 1).some(({ joint }) => joint !== 'space')) return false;
  return (
    /^[\p{Lu}\s.]+$/u.test(block.text.slice(words[0]?.start, span.end)) && DATELINE.test(block.text.slice(span.end))
  );
}

export const about: About = {
  when: 'no person (a condition forbids these), with a capitalised word that nobody knows right before or behind it, or in the middle of a dateline',
  example: {
    story: ['The opera moved to [Boston] Childrens Hospital.'],
    day: '2020-01-05',
    opens: null,
    without: 'boston',
  },
};
