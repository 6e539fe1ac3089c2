import { homesOf } from '../homes-of';
import type { About, SceneClue } from './clue';

/** "The CHP closed all lanes": a Turkish party has no business on a road in California. */
export const acronymFromElsewhere: SceneClue = {
  name: 'acronymFromElsewhere',
  speaks: 'against',
  belief: -2,
  value({ option, single, kind, story: { shelf } }, scene) {
    if (!single || option.use !== 'name' || option.caseRule !== 'exact' || option.via !== 'form') return 0;
    if (kind !== 'group' || scene.relatedTo(option.ref) > 0) return 0;
    const homes = homesOf(option.ref, shelf);
    if (homes.length === 0 || scene.mainPlaces().length === 0) return 0;
    return homes.some((home) => scene.isOf(home, option.ref)) ? 0 : 1;
  },
};

export const about: About = {
  when: 'the acronym of a body of a country with which nothing in the story is tied, in a story that names places',
  example: {
    story: ['The [CHP] closed all lanes of the road to Sacramento, in California.'],
    day: '2022-03-17',
    opens: null,
    without: 'chp',
  },
};
