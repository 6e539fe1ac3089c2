import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPack } from '../../../lib/pack';
import { readKnowledge } from '../../tools/read-knowledge';
import { worldPack } from '../../tools/world-pack';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-world-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const table = (name: string, ...lines: string[]): void => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
const ENTITIES = 'key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of';
const HENTZAU = 'q999999901\tperson\tZenda Hentzau\tIran\tOf the test\t5\t\t\tQ999999901\tbackstory\t2026-11-22';

it('is made of our tables and those of a folder, which may name what ours hold', async () => {
  table('entities.tsv', ENTITIES, HENTZAU);
  table(
    'names.tsv',
    'entity\tform\tuse\tcompany\tfrom\tto\tweight\tflags',
    'q999999901\tHentzau of Zenda\tcompany\tq794\t\t\t\t',
  );
  const { bytes, knowledge } = await worldPack(folder);
  const pack = openPack(bytes);
  expect(pack.info.entityCount).toBe(readKnowledge().entities.length + 1);
  expect(knowledge.entities.filter(({ key }) => key === 'q999999901')).toHaveLength(1);
  expect(knowledge.entities).toHaveLength(pack.info.entityCount);
  const candidates = pack.detect('They met Hentzau of Zenda.').flatMap(({ form }) => pack.candidates(form));
  expect(candidates.map(({ company }) => company.map((one) => pack.entity(one).key))).toContainEqual(['q794']);
});

it('is another one when the folder changes, and none where a row is wrong', async () => {
  table('entities.tsv', ENTITIES, HENTZAU);
  const first = openPack((await worldPack(folder)).bytes);
  table('entities.tsv', ENTITIES, HENTZAU.replace('Of the test', 'Of another test'));
  const second = openPack((await worldPack(folder)).bytes);
  expect([first, second].map((pack) => pack.entity(pack.row('q999999901')).gloss)).toEqual([
    'Of the test',
    'Of another test',
  ]);
  table('entities.tsv', ENTITIES, HENTZAU, HENTZAU.replace('person', 'teapot'));
  await expect(worldPack(folder)).rejects.toThrow(/entities\.tsv:3 \[kind\]/);
});
