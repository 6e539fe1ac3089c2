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

/** `more`: further folders of tables, for one pack of all of them. A pack of the same `name` takes its place in use. */
export async function buildPack(
  folder = TABLES_FOLDER,
  more: readonly string[] = [],
  name = PACK_NAME,
): Promise<BuiltPack> {
  const files = await Promise.all([folder, ...more].map(tableFiles));
  const read = readTables(name, files.flat());
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
