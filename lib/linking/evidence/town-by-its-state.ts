import type { About, SceneClue } from '../around/clue';
import { isCountry } from '../known/is-country';
import { isState } from '../known/is-state';

const COMMA = /^,\s+$/;

/** "In Clinton, Iowa": a town that shares its name with a person. */
export const townByItsState: SceneClue = {
  name: 'townByItsState',
  speaks: 'against',
  only: { words: 'one', beside: ['place-preposition'] },
  belief: -6,
  may: ({ kind, around }) => kind !== 'place' && around.afterPlacePreposition,
  value({ span, single, kind, around, story: { readings, shelf } }, scene) {
    const reading = readings[span.at];
    const next = reading?.words[span.last + 1];
    if (kind === 'place' || !single || !around.afterPlacePreposition || !reading || !next) return 0;
    if (!COMMA.test(reading.block.text.slice(span.end, next.start))) return 0;
    const place = scene.startingAt(span.at, span.last + 1);
    const head = place && shelf.entity(place.ref);
    return head && (isState(head) || isCountry(head)) ? 1 : 0;
  },
};

export const about: About = {
  when: 'no place, by one word behind “in”, “from”, “near”, with a state or a country behind a comma',
  example: {
    story: ['Bill Clinton spoke first. In [Clinton], Nevada, it rained.'],
    day: '2003-03-18',
    opens: null,
    without: 'bill-clinton',
  },
};
