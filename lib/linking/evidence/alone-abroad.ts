import { countriesOf } from '../homes';
import { placeClass } from '../place-class';
import type { About, SceneClue } from './clue';

/** So many states and towns of one country make a story of that country. */
const FEWEST = 3;
/** Paris and London are named in stories of anywhere; of the others more have a namesake near by. */
const FAMOUS = 110;

/** "In Athens salt ran out": in a story of towns and states of one country, with nothing of any other, no town abroad is meant. */
export const aloneAbroad: SceneClue = {
  name: 'aloneAbroad',
  speaks: 'against',
  only: { kinds: ['place'] },
  belief: -4,
  may({ option, story: { shelf } }) {
    const head = shelf.entity(option.ref);
    return option.use !== 'demonym' && head.prominence < FAMOUS && placeClass(head) === 'town';
  },
  value(candidate, scene) {
    if (!aloneAbroad.may?.(candidate)) return 0;
    const { option, story } = candidate;
    const { shelf } = story;
    const own = countriesOf(option.ref, shelf);
    if (own.length === 0) return 0;
    let within = 0;
    for (const [country, there] of scene.countries()) {
      const others = there.mentions.size - (there.mentions.has(option.ref) ? 1 : 0);
      if (others === 0) continue;
      if (own.includes(country)) return 0;
      if (within > 0) return 0;
      within = there.within.length;
    }
    return within >= FEWEST ? 1 : 0;
  },
};

export const about: About = {
  when: 'a town that is not famous, in a story that names three and more states and towns of one other country, and nothing of any third',
  example: {
    story: ['Snow fell on Alabama, Tennessee and both Carolinas, and on Atlanta.', 'In [Athens] salt ran out.'],
    day: '2014-02-11',
    opens: null,
    without: 'athens',
  },
};
