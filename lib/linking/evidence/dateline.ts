import type { About, FixedClue } from '../around/clue';
import { inDateline } from '../around/in-dateline';
import { placeClass } from '../known/place-class';

/** "PHOENIX (AP) —" says where the story is from; it is not a team. */
export const dateline: FixedClue = {
  name: 'dateline',
  speaks: 'for',
  only: { kinds: ['place'], beside: ['head'] },
  belief: 2,
  value({ option, span, kind, story: { shelf, readings } }) {
    const reading = readings[span.at];
    if (!reading || kind !== 'place' || option.use === 'demonym' || !inDateline(span, reading)) return 0;
    return placeClass(shelf.entity(option.ref)) === 'other' ? 0 : 1;
  },
};

export const about: About = {
  when: 'a town, state or country in capitals at the head of a block, before the agency or the dash',
  example: {
    story: ['[PHOENIX] (AP) — Snow fell on the desert.'],
    day: '2012-01-05',
    opens: 'phoenix-arizona',
    without: null,
  },
};
