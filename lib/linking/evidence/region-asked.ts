import { asksPart, asksRegion } from '../asks-region';
import { isCountry } from '../is-country';
import { isRegion } from '../is-region';
import type { About, FixedClue } from './clue';

/** "The governor of Washington", "western Washington": of a state and a town of one name it is the state. */
export const regionAsked: FixedClue = {
  name: 'regionAsked',
  speaks: 'for',
  only: { kinds: ['place'], beside: ['rivals'] },
  belief: 4,
  value({ option, span, kind, story: { shelf, readings } }) {
    if (kind !== 'place' || span.options.length < 2 || !isRegion(shelf.entity(option.ref))) return 0;
    const reading = readings[span.at];
    const rivals = span.options.map(({ ref }) => shelf.entity(ref)).filter((head) => !isRegion(head));
    if (!reading || rivals.length === 0) return 0;
    // Of "western Georgia" both the country and the state have one.
    return asksRegion(span, reading) || (asksPart(span, reading) && !rivals.some(isCountry)) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a state that has its name from or with a town or a country, behind what only states have: “the governor of”, “a senator for”, “western”',
  example: {
    story: ['Seattle sold its ferry. The governor of [Washington] was on it.'],
    day: '2016-10-18',
    opens: 'washington-state',
    without: 'washington-d-c',
  },
};
