/** "Bashar al-Assad … Bashar": a given name alone, where nobody else in the story may be meant. */
import { expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { cards, link, world } from './small-world';

const [someEntity, someForm] = [world.entities[0]!, world.forms[0]!];
const person = (key: string, name: string) => ({ ...someEntity, key, name, kind: 'person' as const });
const people = [
  person('bashir-kelmar', 'Bashir Kelmar'),
  person('bashir-orlo', 'Bashir Orlo'),
  person('grace-kelmar', 'Grace Kelmar'),
  person('jo-kelmar', 'Jo Kelmar'),
];
const packWith = (entities: typeof world.entities, forms: typeof world.forms) => [
  openPack(
    writePack({
      ...world,
      entities: [...world.entities, ...people, ...entities],
      forms: [...world.forms, ...forms],
    }),
  ),
];
const packs = packWith([], []);
const withTower = packWith(
  [{ ...someEntity, key: 'bashir-tower', name: 'Bashir Tower', kind: 'place' }],
  [{ ...someForm, entity: 'bashir-tower', form: 'Bashir', use: 'name', company: [] }],
);
const opened = (story: readonly string[], packsOf = packs) =>
  cards(story, { packs: packsOf }).filter((card) => /^(?:Bashir|Grace|Jo) →/.test(card));
const CAME = 'Bashir Kelmar came home.';
const LEFT = 'A day later Bashir left.';
const OPENS = ['Bashir → bashir-kelmar'];

it('means the person who was named in full before', () => {
  expect(opened([CAME, LEFT])).toEqual(OPENS);
});

it.each([
  ['before the full name', [LEFT, CAME]],
  ['that two in the story bear', [CAME, 'Bashir Orlo wept.', LEFT]],
  ['that a stranger in the story bears', [CAME, 'Bashir Ondarra wept.', LEFT]],
  ['of a member of a family', [CAME, 'A day later her brother Bashir left.']],
  ['of somebody who is introduced with an age', [CAME, 'A day later Bashir, 34, left.']],
  ['of somebody who is introduced with a trade', [CAME, 'A day later Bashir, a plumber, left.']],
  ['behind a title', [CAME, 'A day later Sheikh Bashir left.']],
  ['that something is called', [CAME, 'A day later a ship called Bashir left.']],
  ['in a headline where all words have capitals', [CAME, 'Another Quiet Night Before Bashir Leaves Again']],
  ['that is an ordinary word, at the head of a sentence', ['Grace Kelmar came home.', 'Grace left a day later.']],
  ['of two letters', ['Jo Kelmar came home.', 'A day later Jo left.']],
])('%s is not linked', (_, story) => {
  expect(opened(story as string[])).toEqual([]);
});

it('that is also another entity’s name is not linked to a person', () => {
  expect(opened([CAME, LEFT], withTower)).not.toContain(OPENS[0]);
});

it('that is someone else’s whole name is linked to that person alone', () => {
  const singer = { ...someForm, entity: 'eva-hale', form: 'Bashir', use: 'name' as const, company: [] };
  expect(opened([CAME, LEFT], packWith([], [singer]))).toEqual(['Bashir → eva-hale']);
});

it('that may be either of two other entities is not linked to any of the three', () => {
  const town = (key: string, name: string) => ({ ...someEntity, key, name, kind: 'place' as const });
  const towns = [town('bashir-mills', 'Bashir Mills'), town('bashir-sands', 'Bashir Sands')];
  const forms = towns.map(({ key }) => ({ ...someForm, entity: key, form: 'Bashir', use: 'name' as const }));
  expect(opened([CAME, LEFT], packWith(towns, forms))).toEqual([]);
});

it('that is an ordinary word is linked to a person if capitalisation shows a name', () => {
  expect(opened(['Grace Kelmar came home.', 'A day later Grace left.'])).toEqual(['Grace → grace-kelmar']);
});

it('means the person whom an earlier part of the page named, but not one of two', () => {
  const later = (story: readonly string[]) => cards([LEFT], { packs, memory: link(story, { packs }).memory });
  expect(later([CAME])).toEqual(OPENS);
  expect(later([CAME, 'Bashir Orlo wept.'])).toEqual([]);
});

it('has the fullest name on its card that an earlier part of the page gave', () => {
  const { memory } = link(['Morrow spoke. Ada Morrow wept.']);
  const { mentions } = link(['A day later Ada left.'], { memory });
  expect(mentions.map(({ evidence }) => evidence)).toEqual([{ type: 'full-name', form: 'Ada Morrow' }]);
});
