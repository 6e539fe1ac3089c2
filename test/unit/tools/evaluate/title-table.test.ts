import { expect, it } from 'vitest';
import { mergeThings } from '../../../tools/evaluate/merge-things';
import { pagesOf } from '../../../tools/evaluate/pages-of-things';

/** Rows of files as pages of a wiki: what stands under a name when several bear it. */
const person = (name: string, more: object = {}) => ({ name, kind: 'person', ...more });
const pagesFor = (...told: Parameters<typeof mergeThings>[0][]) =>
  Object.fromEntries(
    [...pagesOf(mergeThings(told.flatMap((some) => [...some])))].map(({ title, to, qid }) => [title, to || qid]),
  );

it('joins rows about one thing: by id, by article, by name with year or occupation', () => {
  const things = mergeThings([
    person('Ada Brunnvik', { qid: 'Q901', words: ['judge'] }),
    person('A. Brunnvik', { qid: 'Q901', title: 'Ada Brunnvik' }),
    person('Ada Brunnvik', { title: 'Ada Brunnvik', start: '1961' }),
    person('Ada Brunnvik', { start: '1962', words: ['minister'] }),
    person('Ada Brunnvik', { words: ['lay judge'] }),
  ]);
  expect(things.map(({ qid, title, start, aliases }) => ({ qid, title, start, aliases: [...aliases] }))).toEqual([
    { qid: 'Q901', title: 'Ada Brunnvik', start: '1961', aliases: ['A. Brunnvik'] },
  ]);
});

it('keeps two years, two kinds or two ids apart', () => {
  const things = mergeThings([
    person('Mo Tarn', { start: '1901' }),
    person('Mo Tarn', { start: '1970', qid: 'Q1' }),
    person('Mo Tarn', { start: '1970', qid: 'Q2' }),
    { name: 'Mo Tarn', kind: 'company' },
    person('Mo Tarn', { words: ['painter'] }),
  ]);
  expect(things).toHaveLength(5);
});

it('puts a unique name under it, and namesakes in brackets after a list', () => {
  expect(pagesFor([person('Ada Brunnvik', { qid: 'Q1' })])).toEqual({ 'Ada Brunnvik': 'Q1' });
  expect(
    pagesFor([
      person('Mo Tarn', { qid: 'Q1', words: ['politician'] }),
      person('Mo Tarn', { qid: 'Q2', words: ['politician'], start: '1970' }),
      person('Mo Tarn', { qid: 'Q3', words: ['singer'] }),
    ]),
  ).toEqual({
    'Mo Tarn (politician)': 'Q1',
    'Mo Tarn (politician, born 1970)': 'Q2',
    'Mo Tarn (musician)': 'Q3',
    'Mo Tarn': '*',
  });
});

it('gives the name to the one for whom a file has it as a title', () => {
  expect(
    pagesFor([
      person('Mo Tarn', { qid: 'Q1', title: 'Mo Tarn', aliases: ['Mo'] }),
      person('Mo Tarn', { qid: 'Q2', words: ['judge'] }),
    ]),
  ).toEqual({ 'Mo Tarn': 'Q1', 'Mo Tarn (person)': 'Q2', Mo: 'Q1' });
  // Brackets are there because of somebody else, whom no file may tell.
  expect(pagesFor([person('Mo Tarn', { qid: 'Q1', title: 'Mo Tarn (judge)' })])).toEqual({
    'Mo Tarn (judge)': 'Q1',
    'Mo Tarn': '*',
  });
});
