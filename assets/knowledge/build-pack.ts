/** Builds the bundled pack out of the tables beside this file; runs in Node, at build time only. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WxtHooks } from 'wxt';
import { type PackSource, writePack } from '../../lib/pack';
import { advise, readTables, type TableFile, type TableProblem } from '../../lib/pack/tables';

export const TABLES_FOLDER = dirname(fileURLToPath(import.meta.url));
/** Where the extension finds its pack. */
export const WORLD_PACK = 'packs/world.pack';
const PACK_NAME = 'World affairs';

export interface BuiltPack {
  readonly bytes: Uint8Array;
  readonly source: PackSource;
  readonly errors: readonly TableProblem[];
  readonly advice: readonly TableProblem[];
}

export async function buildPack(folder = TABLES_FOLDER): Promise<BuiltPack> {
  const read = readTables(PACK_NAME, await tableFiles(folder));
  return { bytes: writePack(read.source), source: read.source, errors: read.problems, advice: advise(read) };
}

/** Every table of the folder and its topics, in an order that no file system decides. */
async function tableFiles(folder: string): Promise<TableFile[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.tsv'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

export const describeProblem = ({ file, line, column, message }: TableProblem): string =>
  `${file}:${line}${column ? ` [${column}]` : ''} ${message}`;

/** Puts the pack into the output of every build, for every browser. Rows with errors are left out, and said. */
export const packHooks: Partial<WxtHooks> = {
  'build:publicAssets': async (wxt, files) => {
    const { bytes, errors } = await buildPack();
    for (const error of errors) wxt.logger.warn(`Left out of the pack: ${describeProblem(error)}`);
    const absoluteSrc = join(wxt.config.wxtDir, 'world.pack');
    await mkdir(wxt.config.wxtDir, { recursive: true });
    // Whole or not at all: builds for two browsers may run side by side.
    const half = `${absoluteSrc}.${process.pid}`;
    await writeFile(half, bytes);
    await rename(half, absoluteSrc);
    files.push({ absoluteSrc, relativeDest: WORLD_PACK });
  },
};
