/**
 * Makes the table that stands in the place of Wikipedia and Wikidata for `npm run eval -- --titles FILE`, out of the files of
 * facts, which are no part of the project, and of the project's own tables:
 *
 *   npm run --silent eval:titles -- FOLDER > FILE
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { readKnowledge } from '../read-knowledge';
import { mergeThings } from './merge-things';
import { pagesOf } from './pages-of-things';
import { READERS, readAmerican, readOrganisation, type ToldThing } from './title-sources';
import { TITLE_COLUMNS } from './title-table';
import { toldByPack } from './told-by-pack';

type Raw = Readonly<Record<string, unknown>>;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run --silent eval:titles -- FOLDER > FILE');

function textOf(name: string): string {
  const file = readdirSync(folder!).find((one) => one.startsWith(`${name}.`));
  if (file === undefined) throw new Error(`no file ${name} in ${folder}`);
  const bytes = readFileSync(join(folder!, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function* told(): Generator<ToldThing | null> {
  for (const [name, read] of Object.entries(READERS)) {
    for (const line of textOf(name).split('\n')) if (line.trim() !== '') yield read(JSON.parse(line) as Raw);
  }
  for (const name of ['congress-current', 'us-executive']) {
    for (const row of JSON.parse(textOf(name)) as Raw[]) yield readAmerican(row);
  }
  const organisations = parse(textOf('igos-supraverden')) as Readonly<Record<string, Raw>>;
  for (const [name, row] of Object.entries(organisations)) yield readOrganisation(name, row);
  yield* toldByPack(readKnowledge('all'));
}

const clean = (value: string): string => value.replaceAll(/\s+/g, ' ');
process.stdout.write(`${TITLE_COLUMNS.join('\t')}\n`);
for (const row of pagesOf(mergeThings(told())))
  process.stdout.write(`${TITLE_COLUMNS.map((column) => clean(row[column])).join('\t')}\n`);
