import { expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { cards, world } from './small-world';

const source = world.entities[0]!.source;
const office = { ...world.entities[0]!, key: 'norland-pm', name: 'Prime Minister of Norland', kind: 'office' as const };
const fact = { words: null, back: null, start: null, end: null, source };
const pack = openPack(
  writePack({
    ...world,
    entities: [...world.entities, office],
    forms: [...world.forms, { ...world.forms[0]!, entity: 'norland-pm', form: 'cabinet boss', use: 'holder' }],
    facts: [
      ...world.facts,
      { ...fact, entity: 'norland-pm', property: 'heads', value: 'norland', words: 'prime minister' },
      { ...fact, entity: 'tom-hale', property: 'office', value: 'norland-pm', start: '2019-01-01', end: '2020-03-01' },
    ],
  }),
);
const found = (text: string, day: string | null = '2020-02-01') => cards([text], { packs: [pack], day });

it.each([
  ['Talks with the prime minister of Norland went on.', 'prime minister of Norland → norland-pm'],
  ['Talks with the Prime Minister of Norland went on.', 'Prime Minister of Norland → norland-pm'],
  ['Then the Norlander prime minister left.', 'Norlander prime minister → norland-pm'],
])('is linked if it is alone: %s', (text, card) => {
  expect(found(text)).toEqual([card]);
});

it('right before a name is the title of that person', () => {
  expect(found('Then Norlander Prime Minister Tom Hale left.')).toEqual(['Norlander → norland', 'Tom Hale → tom-hale']);
});

it('beside a name with a comma between is linked', () => {
  expect(found('Then Tom Hale, the Norlander prime minister, left.')).toEqual([
    'Tom Hale → tom-hale',
    'Norlander prime minister → norland-pm',
  ]);
});

it('as an alias means the holder during the term, and the office at any other time', () => {
  const text = 'Then the cabinet boss left.';
  expect(found(text, '2018-12-31')).toEqual(['cabinet boss → norland-pm']);
  expect(found(text, '2019-01-01')).toEqual(['cabinet boss → tom-hale']);
  expect(found(text, '2020-03-01')).toEqual(['cabinet boss → tom-hale']);
  expect(found(text, '2020-03-02')).toEqual(['cabinet boss → norland-pm']);
  expect(found(text, null)).toEqual(['cabinet boss → norland-pm']);
});
