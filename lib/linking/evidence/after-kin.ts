import type { About, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';
import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';

/** Words between the relation and the possessor: "her best neighbour". */
const POSSESSOR_NEAR = 2;

/**
 * "My sister Georgia", "by a colleague, Virginia, with one tier left"; and later "Georgia" alone. "In Georgia" is still
 * the place.
 */
export const afterKin: FixedClue = {
  name: 'afterKin',
  speaks: 'against',
  only: { kinds: NO_PERSON, words: 'one', beside: ['kin'] },
  belief: -4,
  value: ({ around, span, kind, single, option, story: { readings, sameWords } }) => {
    if (kind === 'person' || !single || option.use === 'demonym') return 0;
    const isNamed = (one: Span): boolean => isAfterKin(one, readings[one.at] as Reading);
    return isNamed(span) || (!around.afterPlacePreposition && sameWords(span).some(isNamed)) ? 1 : 0;
  },
};

/** "His daughters, Paris and Kimberley." */
const CLOSES = /^(?:[,.;:)]| and \p{Lu})/u;
const LONGEST_END = 6;

function isAfterKin({ first, start, end }: Span, { words, block, language }: Reading): boolean {
  const { kin, companions, possessors } = language.cues;
  const before = words[first - 1];
  if (!before || words[first]?.joint === 'hyphen') return false;
  if (!kin.has(before.folded) && !companions.has(before.folded)) return false;
  const gap = block.text.slice(before.end, start);
  const apart = /^,\s$/.test(gap);
  if (!apart && words[first]?.joint !== 'space') return false;
  // "A colleague, Virginia, came": between commas the two are the same person.
  if (apart && !CLOSES.test(block.text.slice(end, end + LONGEST_END))) return false;
  // "Two daughters, Paris and Kimberley".
  if (kin.has(before.folded) && (!apart || before.folded.endsWith('s'))) return true;
  for (let at = first - 2; at >= first - 2 - POSSESSOR_NEAR; at--) {
    if (possessors.has(words[at]?.folded ?? '')) return true;
  }
  return false;
}

export const about: About = {
  when: 'one word, no person, right after “sister”, “friend”, here or, not behind “in”, “from”, “near”, elsewhere in the story',
  example: {
    story: ['The tent was held by her brother [Chad] alone.'],
    day: '2018-03-02',
    opens: null,
    without: 'chad',
  },
};
