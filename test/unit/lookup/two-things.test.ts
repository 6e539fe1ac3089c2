/**
 * One name, two things in one story: a club and its town, a state and its city, a ship and whom it is called after. The whole way: the story's
 * unknown names, what the open world has under them, the overlay, the story linked anew. A card that opens at the place of another is the one fault.
 */
import { expect, it } from 'vitest';
import { OPEN_WORLD } from '../../../lib/knowledge';
import { findUnknownNames, linkStory } from '../../../lib/linking';
import {
  chooseItem,
  type LookedUpItem,
  readItems,
  readLabels,
  type TitleAnswer,
  titlesOf,
  toRows,
} from '../../../lib/lookup';
import { openPack, writePack } from '../../../lib/pack';
import { wantedOf } from '../../../lib/page';
import { answer, entity, is, person } from './shapes';

const TODAY = '2026-11-27';
const base = openPack(
  writePack({ name: 'Nothing', edition: TODAY, entities: [], forms: [], facts: [], backgrounds: [] }),
);
const ground = { knows: () => null, labels: readLabels(answer(), ['en']), today: TODAY };

type Entity = ReturnType<typeof entity>;
const thing = (key: string, label: string, description: string, kind: string): Entity =>
  entity(`Q9900009${key}`, { label, description, title: label, claims: { P31: [is(kind)] } });
const town = thing('01', 'Velmora', 'town in Zendria', 'Q3957');
const club = thing('02', 'Velmora', 'football club in Zendria', 'Q476028');
const state = thing('03', 'Ostmark', 'state of Zendria', 'Q35657');
const city = thing('04', 'Ostmark', 'city in Zendria', 'Q515');
const maker = thing('09', 'Marten Holdt', 'carmaker in Zendria', 'Q4830453');
const minister = person('Q990000905', {
  label: 'Alva Renquist',
  description: 'Zendrian politician',
  title: 'Alva Renquist',
});

const story = (text: string, language: string) => ({
  ...{ day: TODAY, title: '', language, memory: null },
  blocks: [{ id: 0, text, role: 'body' as const }],
});
/** The places that open a card, a word before each: "of Velmora". */
function opened(text: string, language: string, items: readonly LookedUpItem[]): string[] {
  const sure = items.map((item) => ({ item, sure: true }));
  const ground = { name: 'looked up', edition: TODAY, headOf: () => null };
  const packs = [base, ...(sure.length > 0 ? [openPack(OPEN_WORLD.writeOverlay(sure, ground))] : [])];
  const { mentions } = linkStory(packs, story(text, language), { refused: {}, muted: [], density: 'every' });
  return mentions.map(({ start, end }) => /\S* ?$/.exec(text.slice(0, start))?.[0] + text.slice(start, end));
}

/** Under whatever title the item is asked for, it is there. */
function lookedUp(text: string, language: string, item: Entity): LookedUpItem[] {
  const items = readItems(answer(item), ['en', 'mul', 'de']);
  return findUnknownNames([base], story(text, language), []).flatMap((one) => {
    const wanted = wantedOf({ ...one, key: 'name' } as never);
    const titles = titlesOf([wanted], language).get(one.name) ?? [];
    const key = item.id.toLowerCase();
    const label = item.labels.en?.value;
    const answers = titles.map(
      (title): TitleAnswer => (title === label ? { state: 'item', key, title, way: 'direct' } : { state: 'none' }),
    );
    const result = chooseItem(wanted, { answers, items }, TODAY, ground);
    return result.state === 'found' && result.sure ? [result.item] : [];
  });
}

it.each<[string, string, Entity, string[], string?]>([
  [
    'a club, and the rain in its town',
    'The football club Velmora dismissed its coach. The rain in Velmora went on.',
    club,
    [],
  ],
  [
    'a club that is asked for alone',
    'The football club Velmora, who won the cup, dismissed its coach. It was quiet at Velmora.',
    club,
    ['club Velmora', 'at Velmora'],
  ],
  [
    'a club, and the players in its own squad',
    'The football club Velmora dismissed its coach. Nobody in Velmora’s squad spoke.',
    club,
    ['club Velmora', 'in Velmora'],
  ],
  [
    'a town and its club',
    'The town of Velmora was flooded. Velmora, the football club, dismissed its coach.',
    town,
    [],
  ],
  [
    'a club and its town',
    'The town of Velmora was flooded. Velmora, the football club, dismissed its coach.',
    club,
    [],
  ],
  [
    'a town, and who plays',
    'The town of Velmora was flooded on Friday. Velmora beat Tarnhaven 2-1 in the evening.',
    town,
    [],
  ],
  [
    'a town, twice',
    'The town of Velmora was flooded on Friday. The rain in Velmora went on.',
    town,
    ['of Velmora', 'in Velmora'],
  ],
  ['a state and its city', 'The state of Ostmark voted on Sunday. The city of Ostmark was calm.', state, []],
  ['a city and its state', 'The city of Ostmark was calm. The state of Ostmark voted on Sunday.', city, []],
  [
    'a city, where only the state has an article',
    'The city of Ostmark was calm on Sunday. A bomb went off in Ostmark.',
    state,
    [],
  ],
  ['a state, where only the city has an article', 'The state of Ostmark voted on Sunday.', city, []],
  [
    'a state, twice',
    'The state of Ostmark voted on Sunday. A bomb went off in Ostmark.',
    state,
    ['of Ostmark', 'in Ostmark'],
  ],
  [
    'a ship and a minister',
    'The container ship Alva Renquist ran aground. Alva Renquist, the transport minister, spoke of bad luck. Alva Renquist was towed away.',
    minister,
    [],
  ],
  [
    'a minister, twice',
    'Alva Renquist, the transport minister, spoke of bad luck. The minister Alva Renquist then left.',
    minister,
    ['Alva Renquist', 'minister Alva Renquist'],
  ],
  [
    'a firm, and its founder who died',
    'The carmaker Marten Holdt cut jobs on Friday. Marten Holdt died in 1951, his daughter says.',
    maker,
    [],
  ],
  [
    'a firm, and its founder’s age',
    'The carmaker Marten Holdt cut jobs on Friday. Marten Holdt, 34, is called after its founder.',
    maker,
    [],
  ],
  [
    'a firm, and shares in it',
    'The chipmaker Zendra cut jobs on Friday. Shares in Zendra fell.',
    thing('06', 'Zendra', 'chipmaker in Norhavn', 'Q4830453'),
    ['chipmaker Zendra', 'in Zendra'],
  ],
  [
    'a city that is a state as well',
    'The city of Ostmark was calm on Sunday.',
    thing('07', 'Ostmark', 'capital and state of Zendria', 'Q35657'),
    ['of Ostmark'],
  ],
  [
    'an island that is a country',
    'The island of Talvira was calm on Sunday.',
    thing('08', 'Talvira', 'island country in the north', 'Q6256'),
    ['of Talvira'],
  ],
  [
    'a firm that owns another',
    'The chipmaker Zendra cut jobs on Friday. Its owner, Zendra, said no more.',
    thing('06', 'Zendra', 'chipmaker in Norhavn', 'Q4830453'),
    ['chipmaker Zendra', 'owner, Zendra'],
  ],
  [
    'a German club and its town',
    'Der Fußballverein Velmora hat den Trainer entlassen. Die Stadt Velmora wurde überflutet.',
    club,
    [],
    'de',
  ],
  [
    'a German club, and the rain in its town',
    'Der Fußballverein Velmora hat den Trainer entlassen. Der Regen in Velmora hielt an.',
    club,
    [],
    'de',
  ],
  [
    'a German city, where only the state has an article',
    'Die Stadt Ostmark blieb ruhig. In Ostmark regnete es.',
    state,
    [],
    'de',
  ],
])('%s', (_, text, item, cards, language = 'en') => {
  expect(opened(text, language, lookedUp(text, language, item))).toEqual(cards);
});

/** What was sure in an earlier story is known in a later one. */
it.each<[string, string, Entity, string[], string?]>([
  ['of the club, a story of its town', 'The town of Velmora was flooded. Rain in Velmora went on.', club, []],
  [
    'of the club, a story of both',
    'The football club Velmora dismissed its coach. Rain in Velmora went on.',
    club,
    ['club Velmora'],
  ],
  ['of the state, a story of its city', 'The city of Ostmark was calm on Sunday.', state, []],
  ['of the state, a story of it', 'The state of Ostmark voted on Sunday.', state, ['of Ostmark']],
  ['of the city, a story of its state', 'The state of Ostmark voted on Sunday.', city, []],
  [
    'of the club, a German story of its town',
    'Die Stadt Velmora wurde überflutet. Der Regen in Velmora hielt an.',
    club,
    [],
    'de',
  ],
])('known from an earlier story %s', (_, text, item, cards, language = 'en') => {
  const rows = toRows([...readItems(answer(item), ['en', 'mul', 'de']).values()][0]!, ground);
  expect(opened(text, language, [rows!])).toEqual(cards);
});
