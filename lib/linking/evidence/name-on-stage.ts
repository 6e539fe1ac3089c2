import { isBare } from '../around/bare-name';
import type { About, FixedClue } from '../around/clue';

/** From this weight on, a story is about concerts. */
const OF_CONCERTS = 4;

/** "Boston opened at six, and Asia played four songs": these are bands. */
export const nameOnStage: FixedClue = {
  name: 'nameOnStage',
  speaks: 'against',
  only: { kinds: ['place', 'event'], beside: ['arena'] },
  belief: -3,
  value: ({ option, kind, span, story: { arenas, readings } }) => {
    if ((kind !== 'place' && kind !== 'event') || option.use === 'demonym' || option.via === 'spelling') return 0;
    const reading = readings[span.at];
    const beyond = arenas('stage') - OF_CONCERTS;
    return reading && beyond > 0 && isBare(span, reading) ? Math.log1p(beyond) : 0;
  },
};

export const about: About = {
  when: 'ln(1 + how far the story is more of concerts than most), for a place or an event with nothing beside it that shows a place',
  example: {
    story: [
      'The guitarist broke a string in the encore, and the band sang the last songs without him.',
      '[Kansas] followed.',
    ],
    day: '2013-07-20',
    opens: null,
    without: 'kansas',
  },
};
