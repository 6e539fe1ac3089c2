import { isBefore } from '../../time';
import type { About, Candidate, FixedClue } from '../around/clue';
import type { Reading } from '../read/reading';

/** "The younger Bush", "Bush the elder": the other one of father and son. */
export const otherGeneration: FixedClue = {
  name: 'otherGeneration',
  speaks: 'against',
  only: { kinds: ['person'], words: 'one', beside: ['generation'] },
  belief: -6,
  value(candidate) {
    const reading = candidate.story.readings[candidate.span.at];
    if (candidate.kind !== 'person' || !candidate.single || !reading) return 0;
    const told = toldGeneration(candidate, reading);
    return told === null || isOf(told, candidate) ? 0 : 1;
  },
};

type Generation = 'elder' | 'younger';

function toldGeneration({ span }: Candidate, { words, language }: Reading): Generation | null {
  const { elder, younger } = language.persons;
  const { articles } = language.cues;
  const said = (at: number, article: number): Generation | null => {
    const word = words[at];
    if (!word || !articles.has(words[article]?.folded ?? '')) return null;
    return elder.has(word.folded) ? 'elder' : younger.has(word.folded) ? 'younger' : null;
  };
  return said(span.first - 1, span.first - 2) ?? said(span.last + 2, span.last + 1);
}

/**
 * Is someone else of that name known to be older or younger? Otherwise it may be a relative missing from the tables.
 */
function isOf(told: Generation, { option, span, story: { shelf } }: Candidate): boolean {
  const own = shelf.life(option.ref).begins;
  const others = span.options
    .filter(({ ref }) => ref !== option.ref && shelf.entity(ref).kind === 'person')
    .map(({ ref }) => shelf.life(ref).begins);
  return (
    own !== null &&
    others.length > 0 &&
    others.every((other) => other !== null && (told === 'elder' ? isBefore(own, other) : isBefore(other, own)))
  );
}

export const about: About = {
  when: 'a person behind “the elder”, “the younger”, unless known as the older or younger one of that name',
  example: {
    story: [
      'Hafez al-Assad gave nothing away. Bashar al-Assad promised a spring.',
      'Bashar al-Assad slept. The elder [Assad] never did.',
    ],
    day: '2011-05-02',
    opens: 'hafez-al-assad',
    without: null,
  },
};
