/** `npm run pack -- FOLDER OUT`, as a reader runs it: a pack made of one's own tables, or the mistakes in them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPack } from '../../../../lib/pack';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const TABLES: Readonly<Record<string, string>> = {
  'sources.tsv': 'id\tname\turl\tlicence\nclub\tThe club\u2019s own list\t\tCC0\n',
  'entities.tsv': [
    'key\tkind\tname\tqualifier\tgloss\tprominence\tnouns\twikipedia\twikidata\tsource\tas_of',
    'ana-silva\tperson\tAna Silva\t\tHead of the chess club\t\t\t\t\tclub\t2026-05-01',
    'chess-club\tgroup\tHarbour Chess Club\t\tChess club in Harbour Town\t\tclub\t\t\tclub\t2026-05-01',
    '',
  ].join('\n'),
  'facts.tsv': [
    'entity\tproperty\tvalue\twords\tback\tstart\tend\tsource\tas_of',
    'ana-silva\tmember-of\tchess-club\t\t\t2020\t\tclub\t2026-05-01',
    '',
  ].join('\n'),
};

let folder = '';
let out = '';
beforeEach(() => {
  const place = mkdtempSync(join(tmpdir(), 'backstory-own-pack-'));
  folder = join(place, 'Harbour chess');
  out = join(place, 'chess.pack');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const run = async (...words: string[]) => {
  const tsx = join(ROOT, 'node_modules/.bin/tsx');
  const script = join(ROOT, 'assets/knowledge/report-pack.ts');
  const ended = await promisify(execFile)(tsx, [script, ...words]).catch((failed) => failed);
  return { code: Number(ended.code ?? 0), said: `${ended.stdout}${ended.stderr}` };
};

it('makes a pack that opens, named after its folder, and prints its SHA-256', async () => {
  const { code, said } = await run(folder, out);
  expect([code, said]).toEqual([0, expect.stringContaining('2 entities')]);
  const bytes = readFileSync(out);
  expect(said).toContain(`sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
  const pack = openPack(Uint8Array.from(bytes));
  expect(pack.info).toMatchObject({ name: 'Harbour chess', edition: '2026-05-01', entityCount: 2 });
  expect((await pack.card(pack.row('ana-silva'))).entity.gloss).toBe('Head of the chess club');
  await run(folder, `${out}2`, '--name', 'Chess');
  expect(openPack(Uint8Array.from(readFileSync(`${out}2`))).info.name).toBe('Chess');
}, 60_000);

it('writes nothing if a table has a mistake, and reports file and line', async () => {
  const facts = join(folder, 'facts.tsv');
  writeFileSync(facts, readFileSync(facts, 'utf8').replace('chess-club', 'no-such-club'));
  const { code, said } = await run(folder, out);
  expect([code, said]).toEqual([1, expect.stringMatching(/^error {3}facts\.tsv:2 /m)]);
  expect(existsSync(out)).toBe(false);
}, 60_000);

it('reports what is missing', async () => {
  rmSync(join(folder, 'entities.tsv'));
  rmSync(join(folder, 'facts.tsv'));
  expect(await run(folder, out)).toMatchObject({ code: 1, said: expect.stringContaining('has no entity') });
  expect(await run(join(folder, 'elsewhere'), out)).toMatchObject({
    code: 1,
    said: expect.stringContaining('is no folder'),
  });
  expect(existsSync(out)).toBe(false);
}, 60_000);
