/**
 * The bundled pack, built once: kept under the hash of its tables and of the code that makes a pack of them, so that
 * builds for two browsers and all tests share it.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyPack } from '../../lib/pack';
import { buildPack, describeProblem, isOf, TABLES_FOLDER, type Which } from './build-pack';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/backstory');
/** What the bytes of a pack depend on besides the tables. */
export const CODE = [
  'assets/knowledge/build-pack.ts',
  'lib/bytes',
  'lib/facts',
  'lib/language',
  'lib/lists',
  'lib/pack',
  'lib/text',
  'lib/time',
];

export interface CachedPack {
  /** Names this build of the pack: another one has another. */
  readonly build: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * @throws Error naming each mistake by file and line: never a pack of a part of the tables.
 */
export async function cachedPack(folder = TABLES_FOLDER, cache = CACHE, which: Which = 'all'): Promise<CachedPack> {
  const build = await buildOf(folder, which);
  const path = join(cache, `${build}.pack`);
  const kept = await readFile(path).then(sound, () => null);
  if (kept) return { build, bytes: kept };
  const { bytes, errors } = await buildPack(folder, which);
  if (errors.length > 0) throw new Error(`The knowledge tables:\n${errors.map(describeProblem).join('\n')}`);
  await keep(path, bytes).catch(() => {}); // Without a cache it is built each time.
  return { build, bytes };
}

async function buildOf(folder: string, which: Which): Promise<string> {
  const hash = createHash('sha256');
  const put = async (name: string, path: string): Promise<void> => {
    const text = await readFile(path);
    hash.update(`${name}\0${text.length}\0`).update(text);
  };
  for (const path of await filesIn(folder, '.tsv')) if (isOf(which, path)) await put(path, join(folder, path));
  for (const place of CODE) {
    if (place.endsWith('.ts')) await put(place, join(ROOT, place));
    else for (const path of await filesIn(join(ROOT, place), '.ts')) await put(path, join(ROOT, place, path));
  }
  return hash.digest('hex').slice(0, 32);
}

async function filesIn(folder: string, ending: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending))
    .sort();
}

function sound(file: Buffer): Uint8Array<ArrayBuffer> | null {
  const bytes = Uint8Array.from(file);
  try {
    verifyPack(bytes);
    return bytes;
  } catch {
    return null;
  }
}

/** Whole or not at all: builds for two browsers may run side by side. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, bytes);
  await rename(half, path);
}
