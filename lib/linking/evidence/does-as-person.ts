import type { About, FixedClue } from './clue';

/** "When Victoria reigned", "Georgia wiped her eyes". */
export const doesAsPerson: FixedClue = {
  name: 'doesAsPerson',
  speaks: 'against',
  only: { kinds: ['place'], words: 'one', beside: ['verb'] },
  belief: -4,
  value({ option, span, kind, single, story: { readings } }) {
    const reading = readings[span.at];
    const next = reading?.words[span.last + 1];
    if (kind !== 'place' || !single || option.use === 'demonym' || next?.joint !== 'space') return 0;
    return reading?.language.cues.personal.has(next.folded) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place of one word, with what only persons do right behind it: “reigned”, “smiled”',
  example: {
    story: ['They waited until [Paris] smiled.'],
    day: '2019-11-20',
    opens: null,
    without: 'paris',
  },
};
