import type { About, FixedClue } from './clue';

/** "Brussels sprouts", "Guinea worm", "Baked Alaska"; and "fed up" has nothing to do with the Fed. */
export const calledAfterPlace: FixedClue = {
  name: 'calledAfterPlace',
  speaks: 'against',
  belief: -6,
  value({ option, span, kind, story: { readings } }) {
    const reading = readings[span.at];
    if (!reading) return 0;
    const { words, language } = reading;
    const { compoundHeads, adjectiveHeads, setPhrases } = language.names;
    const before = words[span.first - 1]?.folded ?? '';
    const next = words[span.last + 1]?.joint === 'space' ? (words[span.last + 1]?.folded ?? '') : '';
    const isThing = compoundHeads.has(next) || (option.use === 'demonym' && adjectiveHeads.has(next));
    if (kind === 'place' && isThing) return 1;
    const { first, last } = endsOf(setPhrases);
    return (first.has(before) && setPhrases.has(`${before} ${span.folded}`)) ||
      (last.has(next) && setPhrases.has(`${span.folded} ${next}`))
      ? 1
      : 0;
  },
};

interface Ends {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

const ends = new WeakMap<ReadonlySet<string>, Ends>();

/** The words with which the phrases begin and end: nearly never does one stand beside a name, and nothing need be put together. */
function endsOf(phrases: ReadonlySet<string>): Ends {
  const known = ends.get(phrases);
  if (known) return known;
  const words = [...phrases].map((phrase) => phrase.split(' '));
  const found = {
    first: new Set(words.map(([first = '']) => first)),
    last: new Set(words.map((all) => all.at(-1) ?? '')),
  };
  ends.set(phrases, found);
  return found;
}

export const about: About = {
  when: 'a place, or an adjective of one, in what is but called after it: a dish, an animal, a disease; or any name in a fixed phrase that holds its word',
  example: {
    story: ['No kitchen needs a [Moscow] mule.'],
    day: '2018-12-15',
    opens: null,
    without: 'moscow',
  },
};
