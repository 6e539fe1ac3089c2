/** Builds the bundled pack out of the tables beside this file, or another out of a folder like it; runs in Node only. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackSource, writePack } from '../../lib/pack';
import { advise, readTables, type TableFile, type TableProblem } from '../../lib/pack/tables';

export const TABLES_FOLDER = dirname(fileURLToPath(import.meta.url));
const PACK_NAME = 'World affairs';

export interface BuiltPack {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly source: PackSource;
  readonly errors: readonly TableProblem[];
  readonly advice: readonly TableProblem[];
}

/** Which tables: all, or those alone that were written by hand. */
export type Which = 'all' | 'written';

/** What `npm run world` writes lies here, in a folder of tables like any other. */
export const IMPORTED = 'world';

export const isOf = (which: Which, path: string): boolean => which === 'all' || !path.startsWith(`${IMPORTED}/`);

/** A pack of the same `name` takes its place in use. */
export async function buildPack(folder = TABLES_FOLDER, which: Which = 'all', name = PACK_NAME): Promise<BuiltPack> {
  const read = readTables(name, await tableFiles(folder, which));
  return { bytes: writePack(read.source), source: read.source, errors: read.problems, advice: advise(read) };
}

/** Every table of the folder and its topics, in an order that no file system decides. */
export async function tableFiles(folder: string, which: Which): Promise<TableFile[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.tsv') && isOf(which, path))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

export const describeProblem = ({ file, line, column, message }: TableProblem): string =>
  `${file}:${line}${column ? ` [${column}]` : ''} ${message}`;
