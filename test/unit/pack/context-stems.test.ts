import { expect, it } from 'vitest';
import { english } from '../../../lib/language';
import { contextWriter } from '../../../lib/pack/context-stems';
import { addStems, type KnownWords, stems } from '../../../lib/text';

const stemsOf = (rows: readonly (readonly [name: string, text: string])[]) => {
  const writer = contextWriter();
  for (const [name, text] of rows) writer.put(name, [null, text], []);
  const { stems: all, of } = writer.done();
  return rows.map((_, row) => Array.from(of(row), (place) => all[place]));
};

it('keeps each stem once, in order, without those of the name', () => {
  const [found] = stemsOf([['Valdoria', 'The ceasefire of Valdoria: ceasefire talks, a harbour']]);
  expect(found).toEqual([...stems('ceasefire talks harbour', english.stem)]);
});

it('drops the most common when there are too many', () => {
  const letters = 'bcdfghjkmn';
  const many = Array.from({ length: 97 }, (_, at) => `qa${letters[Math.floor(at / 10)]}o${letters[at % 10]}ux`);
  for (const common of [many[0]!, many[50]!, many[96]!]) {
    const [found, other] = stemsOf([
      ['Karsk', many.join(' ')],
      ['Norland', common],
    ]);
    expect(found).toEqual([...stems(many.filter((word) => word !== common).join(' '), english.stem)]);
    expect(other).toEqual([...stems(common, english.stem)]);
  }
});

it('does not confuse words with the same first hash', () => {
  const known: KnownWords = new Map();
  addStems('harbour', english.stem, known, []);
  const [hash, word] = [...known][0]!;
  const found: number[] = [];
  addStems('harbour', english.stem, new Map([[hash, { check: word.check + 1, stem: 1 }]]), found);
  expect(found).toEqual([...stems('harbour', english.stem)]);
});
