import type { About, SceneClue } from '../around/clue';
import type { Scene } from '../around/scene';
import { countriesOf } from '../known/homes';
import { isCountry } from '../known/is-country';
import type { Option, Ref, Shelf } from '../known/shelf';

/** More says nothing further. */
const MOST = 2.5;

/** Among several of one name, the one whose country the story is about: Punjab beside Kerala, Georgia beside Ohio. */
export const lessAtHome: SceneClue = {
  name: 'lessAtHome',
  speaks: 'against',
  only: { kinds: ['place', 'group'], beside: ['rivals'] },
  belief: -1,
  may: ({ option, span, story: { shelf } }) => option.use !== 'demonym' && rivalsOf(span.options, shelf).length > 0,
  value({ option, span, kind, story: { shelf } }, scene) {
    if (span.options.length < 2 || (kind !== 'place' && kind !== 'group') || option.use === 'demonym') return 0;
    const rivals = rivalsOf(span.options, shelf);
    if (rivals.length === 0) return 0;
    const mine = atHome(option.ref, rivals, scene, shelf);
    let most = 0;
    for (const ref of rivals) if (ref !== option.ref) most = Math.max(most, atHome(ref, rivals, scene, shelf));
    return Math.min(MOST, Math.max(0, Math.log((1 + most) / (1 + mine))));
  },
};

const rivals = new WeakMap<readonly Option[], readonly Ref[]>();
const NONE: readonly Ref[] = [];

/** The possible meanings, if each is at home in one country and they are not all in the same. Asked in every round. */
function rivalsOf(options: readonly Option[], shelf: Shelf): readonly Ref[] {
  const known = rivals.get(options);
  if (known) return known;
  const refs = [...new Set(options.map(({ ref }) => ref))];
  const countries = new Set(refs.map((ref) => countriesOf(ref, shelf)[0]));
  const found = countries.size > 1 && refs.every((ref) => countriesOf(ref, shelf).length === 1) ? refs : NONE;
  rivals.set(options, found);
  return found;
}

/** How much of the story, apart from the rivals, is at home in its country. */
function atHome(ref: Ref, rivals: readonly Ref[], scene: Scene, shelf: Shelf): number {
  const head = shelf.entity(ref);
  const there = scene.countries().get(countriesOf(ref, shelf)[0] as Ref);
  if (!there) return 0;
  // Every story mentions countries and what is theirs: the president of the United States says nothing for Georgia the
  // state.
  const abroad = head.kind === 'place' && !isCountry(head) && rivals.some((rival) => isCountry(shelf.entity(rival)));
  if (abroad) return there.within.filter((one) => !rivals.includes(one)).length;
  let sum = there.total;
  for (const rival of rivals) sum -= there.mentions.get(rival) ?? 0;
  return sum;
}

export const about: About = {
  when: 'ln of how much more of the story is at home in the country of a namesake than in its own',
  example: {
    story: ['Buses from Kerala, Mumbai and Delhi were late.', 'In [Punjab] farmers burn straw.'],
    day: '2020-11-04',
    opens: 'punjab-india',
    without: null,
  },
};
