import { isBare } from '../around/bare-name';
import type { About, FixedClue } from '../around/clue';
import { NO_PERSON } from '../around/scope';

/** From this weight on, a story is about races. */
const OF_RACES = 4;

/** "Persian Gulf has been drawn on the wrong side": a horse may have any name. */
export const nameOnTurf: FixedClue = {
  name: 'nameOnTurf',
  speaks: 'against',
  only: { kinds: NO_PERSON, beside: ['arena'] },
  belief: -4,
  value: ({ option, kind, span, story: { arenas, readings } }) => {
    if (kind === 'person' || kind === 'media' || option.use === 'demonym' || arenas('turf') < OF_RACES) return 0;
    const reading = readings[span.at];
    return reading && isBare(span, reading) ? 1 : 0;
  },
};

export const about: About = {
  when: 'no person or medium, with nothing beside it that shows a place or a body, in a story of races of horses',
  example: {
    story: ['The jockey has a filly in the last hurdle, trained at Lambourn.', '[Prague Spring] was fourth.'],
    day: '2017-04-01',
    opens: null,
    without: 'prague-spring',
  },
};
