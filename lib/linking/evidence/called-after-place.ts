import type { About, FixedClue } from '../around/clue';

/** "Brussels sprouts", "Guinea worm", "Baked Alaska"; "fed up" is not about the Fed. */
export const calledAfterPlace: FixedClue = {
  name: 'calledAfterPlace',
  speaks: 'against',
  only: { beside: ['phrase'] },
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
    return setPhrases.has(`${before} ${span.folded}`) || setPhrases.has(`${span.folded} ${next}`) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place, or an adjective of one, in what is but called after it: a dish, an animal, a disease; or any name in a fixed phrase that holds its word',
  example: {
    story: ['No kitchen needs a [Moscow] mule.'],
    day: '2018-12-15',
    opens: null,
    without: 'moscow',
  },
};
