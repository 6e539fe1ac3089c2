import { isRegion } from '../is-region';
import { placeBehind } from '../place-behind';
import type { About, SceneClue } from './clue';

/** "In Clinton, Iowa": a town, and nobody's name. */
export const calledAsTown: SceneClue = {
  name: 'calledAsTown',
  speaks: 'against',
  belief: -8,
  value({ span, single, kind, around, story: { shelf, readings } }, scene) {
    const reading = readings[span.at];
    if (kind === 'place' || !single || !around.afterPlacePreposition || !reading) return 0;
    const behind = placeBehind(span, reading, scene);
    return behind && isRegion(shelf.entity(behind.ref)) ? 1 : 0;
  },
};

export const about: About = {
  when: 'what is no place, in one word between “in” and a state (“in Clinton, Iowa”)',
  example: {
    story: ['Bill Clinton spoke first.', 'In [Clinton], Iowa, nobody listened.'],
    day: '1998-01-27',
    opens: null,
    without: 'bill-clinton',
  },
};
