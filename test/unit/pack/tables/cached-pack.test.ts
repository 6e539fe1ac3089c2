import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IMPORTED, TABLES_FOLDER } from '../../../../assets/knowledge/build-pack';
import { CODE, cachedPack } from '../../../../assets/knowledge/cached-pack';
import { openPack } from '../../../../lib/pack';

let folder = '';
let cache = '';
beforeEach(() => {
  const place = mkdtempSync(join(tmpdir(), 'backstory-tables-'));
  folder = join(place, 'tables');
  cache = join(place, 'cache');
  cpSync(join(TABLES_FOLDER, 'media'), join(folder, 'media'), { recursive: true });
  cpSync(join(TABLES_FOLDER, 'sources.tsv'), join(folder, 'sources.tsv'));
  // The topic alone: ties to other topics would lead nowhere.
  for (const table of ['facts.tsv', 'names.tsv']) rmSync(join(folder, 'media', table), { force: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const entities = () => join(folder, 'media/entities.tsv');

it('a pack is built once, another one for other tables, and the first again for the first tables', async () => {
  const first = await cachedPack(folder, cache);
  expect(readdirSync(cache)).toEqual([`${first.build}.pack`]);
  const path = join(cache, `${first.build}.pack`);
  const whole = readFileSync(path);
  expect(Buffer.from((await cachedPack(folder, cache)).bytes).equals(whole)).toBe(true);

  const before = readFileSync(entities(), 'utf8');
  writeFileSync(entities(), `${before}# a comment\n`);
  const second = await cachedPack(folder, cache);
  expect(second.build).not.toBe(first.build);
  writeFileSync(entities(), before);
  expect((await cachedPack(folder, cache)).build).toBe(first.build);
});

it('a pack that was corrupted on disk is built again', async () => {
  const { build, bytes } = await cachedPack(folder, cache);
  const path = join(cache, `${build}.pack`);
  writeFileSync(path, bytes.subarray(0, bytes.length - 1));
  expect(Buffer.from((await cachedPack(folder, cache)).bytes).equals(Buffer.from(bytes))).toBe(true);
  expect(readFileSync(path).length).toBe(bytes.length);
});

it('the imported tables are left out if only hand-written ones are requested', async () => {
  const alone = await cachedPack(folder, cache);
  const [head = '', first = ''] = readFileSync(entities(), 'utf8').split('\n');
  mkdirSync(join(folder, IMPORTED));
  const [, ...cells] = first.split('\t');
  const row = ['zenda', ...cells.with(7, 'Q999999901')].join('\t');
  writeFileSync(join(folder, IMPORTED, 'entities.tsv'), `${head}\n${row}\n`);
  const all = await cachedPack(folder, cache);
  const written = await cachedPack(folder, cache, 'written');
  expect(written.build).toBe(alone.build);
  const [most, fewer] = [all, written].map(({ bytes }) => openPack(bytes).info.entityCount);
  expect(most).toBe((fewer ?? 0) + 1);
});

it('no partial pack is made: a mistake is reported with file and line', async () => {
  const lines = readFileSync(entities(), 'utf8').split('\n');
  const at = lines.findIndex((line) => line !== '' && !line.startsWith('#')) + 1;
  lines[at] = `${lines[at]}\tmore`;
  writeFileSync(entities(), lines.join('\n'));
  await expect(cachedPack(folder, cache)).rejects.toThrow(new RegExp(`media/entities\\.tsv:${at + 1} .*cells in`));
  expect(() => readdirSync(cache)).toThrow();
});

it('all code that makes a pack is part of the hash', () => {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const files = CODE.flatMap((place) => {
    const path = join(root, place);
    return statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  }).filter((path) => path.endsWith('.ts'));
  const used = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(([, to]) =>
      relative(root, join(dirname(path), to!)),
    ),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(used.filter((to) => !CODE.some((place) => `${to}.ts` === place || `${to}/`.startsWith(`${place}/`)))).toEqual(
    [],
  );
});
