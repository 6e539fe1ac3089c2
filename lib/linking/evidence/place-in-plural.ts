import type { About, FixedClue } from '../around/clue';
import { takesPlural } from '../around/takes-plural';

/** "Liverpool have won this cup": a place takes "has", a team may take "have". */
export const placeInPlural: FixedClue = {
  name: 'placeInPlural',
  speaks: 'against',
  only: { kinds: ['place'] },
  belief: -4,
  value: ({ option, kind, span, story: { readings } }) => {
    const reading = readings[span.at];
    return kind === 'place' && option.use !== 'demonym' && reading && takesPlural(span, reading) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a place, no plural, that opens its clause with a verb in the plural behind it: “England have”',
  example: {
    story: ['The rain stopped at noon. [England] have until Tuesday.'],
    day: '2021-12-11',
    opens: null,
    without: 'england',
  },
};
