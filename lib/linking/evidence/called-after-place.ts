import type { About, FixedClue } from './clue';

/** "Brussels sprouts", "Guinea worm", "Baked Alaska". */
export const calledAfterPlace: FixedClue = {
  name: 'calledAfterPlace',
  speaks: 'against',
  belief: -6,
  value({ span, kind, story: { readings } }) {
    const reading = readings[span.at];
    if (kind !== 'place' || !reading) return 0;
    const { words, language } = reading;
    const [before, next] = [words[span.first - 1], words[span.last + 1]];
    const thing = next !== undefined && next.joint === 'space' && language.names.compoundHeads.has(next.folded);
    return thing || language.names.setPhrases.has(`${before?.folded} ${span.folded}`) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place, or an adjective of one, in what is but called after it: a dish, an animal, a disease',
  example: {
    story: ['No kitchen needs a [Moscow] mule.'],
    day: '2018-12-15',
    opens: null,
    without: 'moscow',
  },
};
