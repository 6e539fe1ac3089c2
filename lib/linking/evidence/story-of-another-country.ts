import { partyWords } from '../../language';
import type { About, SceneClue, StoryFacts } from '../around/clue';
import { inDateline } from '../around/in-dateline';
import type { Scene } from '../around/scene';
import { foldedName } from '../known/folded-name';
import { countriesOf } from '../known/homes';
import { hasGenericName } from '../known/is-generic';
import { isOfHead } from '../known/known-of-head';
import type { Ref } from '../known/shelf';
import { openingCountry } from './another-countrys';

const isPartyOrHouse = isOfHead((head) =>
  foldedName(head)
    .split(' ')
    .some((word) => partyWords.has(word)),
);

/** How much of the story must be at home in another country, both absolutely and as a multiple of the body's own. */
const FEWEST = 1;
const TIMES = 3;

/** "Democratic Party" in a story that names only South Korea; "Senate" in one with Italians only. */
export const storyOfAnotherCountry: SceneClue = {
  name: 'storyOfAnotherCountry',
  speaks: 'against',
  only: { kinds: ['group', 'office', 'team'] },
  belief: -4,
  may({ option, kind, story: { shelf } }) {
    const head = shelf.entity(option.ref);
    return option.use === 'company' ? kind === 'group' : hasGenericName(head) && isPartyOrHouse(head);
  },
  value(candidate, scene) {
    if (!storyOfAnotherCountry.may?.(candidate)) return 0;
    const { option, span, story } = candidate;
    const { shelf } = story;
    // "IRA" after "Irish Republican Army".
    if (!hasGenericName(shelf.entity(option.ref)) && scene.fullForm(option.ref) !== null) return 0;
    const own = countriesOf(option.ref, shelf);
    const reading = story.readings[span.at];
    if (reading && openingCountry(span, reading, scene, story).some((country) => own.includes(country))) return 0;
    if (own.length === 0) return 0;
    const mine = Math.max(...own.map((country) => atHome(country, option.ref, scene)));
    let most = 0;
    for (const country of scene.countries().keys())
      if (!own.includes(country)) most = Math.max(most, atHome(country, option.ref, scene));
    // An entity tied to the body counts twice, such as a president of the party.
    const here = mine + scene.relatedTo(option.ref);
    if (most < FEWEST || most <= here) return 0;
    return most > TIMES * here || isToldFromAbroad(own, story, scene) ? 1 : 0;
  },
};

/** "CANBERRA —": a chamber in such a story is Australia's first of all. */
const isToldFromAbroad = (own: readonly Ref[], { readings, shelf }: StoryFacts, scene: Scene): boolean =>
  readings.some((reading, at) => {
    const head = scene.startingAt(at, 0);
    if (!head || !inDateline(head.span, reading)) return false;
    const countries = countriesOf(head.ref, shelf);
    return countries.length > 0 && !countries.some((country) => own.includes(country));
  });

function atHome(country: Ref, body: Ref, scene: Scene): number {
  const there = scene.countries().get(country);
  return there ? there.total - (there.mentions.get(body) ?? 0) : 0;
}

export const about: About = {
  when: 'a party, house or court whose name any country has, in a story of which little is at home where it is, and much in another country',
  example: {
    story: [
      'The leader of the [Democratic Party] said that she would not stand again.',
      'Norway votes for mayors in June.',
      'In Norway it rains.',
    ],
    day: '2018-02-03',
    opens: null,
    without: 'democratic-party',
  },
};
