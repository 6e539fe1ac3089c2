import type { About, SceneClue } from '../around/clue';
import type { Scene } from '../around/scene';
import { countriesOf, homesOf } from '../known/homes';
import { isState } from '../known/is-state';
import { placeClass } from '../known/place-class';
import type { Ref, Shelf } from '../known/shelf';

/** With so many states and towns of one country, the story is about that country. */
const FEWEST = 3;
/** A state needs more: a story about it may look across its border. */
const FEWEST_OF_STATE = 4;
/** Paris and London appear in any story; lesser towns are more likely to have a namesake nearby. */
const FAMOUS = 110;

/** "In Athens salt ran out": in a story of towns and states of one country only, no foreign town is meant. */
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
    if (isAloneInState(option.ref, scene, shelf)) return 1;
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

/** "Lincoln" is in Nebraska, but the story names Rhode Island, three of its towns, and no place in another state. */
function isAloneInState(town: Ref, scene: Scene, shelf: Shelf): boolean {
  const [country] = countriesOf(town, shelf);
  const within = (country === undefined ? undefined : scene.countries().get(country)?.within) ?? [];
  if (within.length < FEWEST_OF_STATE) return false;
  const statesOf = (place: Ref): Ref[] => homesOf(place, shelf).filter((home) => isState(shelf.entity(home)));
  const own = statesOf(town);
  if (own.length !== 1) return false;
  const others = within.filter((one) => one !== town);
  if (others.length < FEWEST_OF_STATE || others.some((one) => statesOf(one).includes(own[0] as Ref))) return false;
  const states = new Set(others.flatMap(statesOf));
  return states.size === 1 && others.filter((one) => statesOf(one).length > 0).length >= FEWEST_OF_STATE;
}

export const about: About = {
  when: 'a town that is not famous, in a story that names three and more states and towns of one other country, and nothing of any third; or four of one other state of its country, and nothing of a third',
  example: {
    story: ['Snow fell on Alabama, Tennessee and both Carolinas, and on Atlanta.', 'In [Odense] salt ran out.'],
    day: '2014-02-11',
    opens: null,
    without: 'q25331',
  },
};
