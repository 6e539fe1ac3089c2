import { partyWords } from '../../language';
import { foldText } from '../../text';
import { belongsTo } from '../belongs-to';
import { isCountry } from '../is-country';
import { isGeneric } from '../is-generic';
import type { About, SceneClue } from './clue';

const isPartyOrHouse = (name: string): boolean =>
  foldText(name)
    .split(' ')
    .some((word) => partyWords.has(word));

/** The "Democratic Party" of a story in which nothing but South Korea is named. */
export const storyOfAnotherCountry: SceneClue = {
  name: 'storyOfAnotherCountry',
  speaks: 'against',
  belief: -4,
  value({ option, kind, story: { shelf } }, scene) {
    const { name } = shelf.entity(option.ref);
    if (scene.relatedTo(option.ref) > 0 || !isGeneric(kind, name) || !isPartyOrHouse(name)) return 0;
    const places = scene.mainPlaces();
    if (!places.some((place) => isCountry(shelf.entity(place)))) return 0;
    return places.some((place) => belongsTo(option.ref, place, shelf)) ? 0 : 1;
  },
};

export const about: About = {
  when: 'a party, house or court whose name any country has, in a story of countries to which nothing known ties it, with nobody tied to it',
  example: {
    story: [
      'The leader of the [Democratic Party] said that she would not stand again.',
      'South Korea votes for mayors in June.',
    ],
    day: '2018-02-03',
    opens: null,
    without: 'democratic-party',
  },
};
