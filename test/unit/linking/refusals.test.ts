/** "Not this one" holds for the words as they stood, and for every part of them there. */
import { expect, it } from 'vitest';
import { openPack, writePack } from '../../../lib/pack';
import { cards, world } from './small-world';

const someForm = world.forms[0]!;
const packs = [
  openPack(
    writePack({
      ...world,
      forms: [
        ...world.forms,
        { ...someForm, entity: 'ada-morrow', form: 'President Morrow', use: 'name' },
        { ...someForm, entity: 'ada-morrow', form: 'Morrow of Karsk', use: 'name' },
      ],
    }),
  ),
];
const opened = (text: string, form: string) =>
  cards([text], { packs, choices: { refused: { [form]: ['ada-morrow'] }, density: 'every' } }).filter((card) =>
    card.endsWith('ada-morrow'),
  );

it('a refused phrase includes its last word alone, and its first', () => {
  expect(opened('Then President Morrow left.', '')).toHaveLength(1);
  expect(opened('Then President Morrow left.', 'president morrow')).toEqual([]);
  expect(opened('Then Morrow of Karsk left.', 'morrow of karsk')).toEqual([]);
});

it('a refused phrase does not include the last word in another context', () => {
  expect(opened('Then Morrow left.', 'president morrow')).toEqual(['Morrow → ada-morrow']);
});

it('a refused phrase does not include a longer name', () => {
  expect(opened('Then President Morrow of Karsk left.', 'president morrow')).toEqual(['Morrow of Karsk → ada-morrow']);
});
