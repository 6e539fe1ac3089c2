/** Which rows of the files stand beside a card that is checked: all that may be about it, by id, article, name or parts of one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { rowsAbout } from '../../tools/knowledge-check/rows-about';

const folder = mkdtempSync(join(tmpdir(), 'backstory-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): void => writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
put(
  'a.ndjson',
  [
    { qid: 'Q1', name: 'Zénda', empty: '' },
    { wiki: ['https://en.wikipedia.org/wiki/Zenda_%28town%29'], name: 'Strelsau' },
    { facts: { director: 'Otto Strakencz' }, born: 1950 },
    { first_name: 'Otto', last_name: 'Strakencz' },
    { name: 'Zenda Castle' },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n'),
);
put('b.json', JSON.stringify([{ id: { wikidata: 'Q2' } }, { id: { wikidata: 'Q1' } }]));

it('rows are found by id, by article and by name, and by a name alone may be about another', () => {
  const zenda = { key: 'zenda', name: 'Zenda', wikidata: 'Q1', wikipedia: 'Zenda (town)' };
  const otto = { key: 'otto', name: 'Otto Strakencz', wikidata: null, wikipedia: null };
  const rows = rowsAbout(folder, [zenda, otto]);
  expect(rows.get('zenda')).toEqual([
    { file: 'a.ndjson.gz', line: 1, sure: true, text: '{"qid":"Q1","name":"Zénda"}' },
    expect.objectContaining({ file: 'a.ndjson.gz', line: 2, sure: true }),
    expect.objectContaining({ file: 'b.json.gz', line: 2, sure: true }),
  ]);
  expect(rows.get('otto')?.map(({ line, sure }) => [line, sure])).toEqual([
    [3, false],
    [4, false],
  ]);
});
