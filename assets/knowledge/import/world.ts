/**
 * `npm run world -- FACTS`: makes the tables in `../world` anew out of the folder of shared facts (or those in another
 * folder: `-- FACTS OUT`), and says what each source added and what was wrong. With an error nothing is written, and it ends with 1. `--problems` lists all that was left out.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPack, describeProblem, IMPORTED, TABLES_FOLDER, tableFiles } from '../build-pack';
import type { ImportProblem } from './desk';
import { joinMoved, keyedRows, movedKeys, readMoved, withFormerKeys, writeMoved } from './former-keys';
import { importWorld } from './import-world';

const { values, positionals } = parseArgs({ options: { problems: { type: 'boolean' } }, allowPositionals: true });
const [facts, out = join(TABLES_FOLDER, IMPORTED)] = positionals;
if (facts === undefined) {
  console.error('Usage: npm run world -- FACTS [OUT] [--problems]');
  process.exit(2);
}

const { source, errors: slips } = await buildPack(TABLES_FOLDER, 'written');
if (slips.length > 0) throw new Error(`The written tables:\n${slips.map(describeProblem).join('\n')}`);
const written = (await tableFiles(TABLES_FOLDER, 'written')).filter(({ path }) => path.endsWith('sources.tsv'));
const listed = written.flatMap(({ text }) => text.split('\n').map((line) => line.split('\t')[0] ?? ''));
const { tables, choice, merged, additions, problems } = importWorld(facts, source, listed);

const tell = ({ file, line, column, message }: ImportProblem): string =>
  `${file}:${line}${column ? ` [${column}]` : ''} ${message}`;
const errors = problems.filter(({ severity }) => severity === 'error');
for (const error of errors) console.error(`error     ${tell(error)}`);
if (values.problems)
  for (const one of problems) if (one.severity !== 'error') console.log(`${one.severity.padEnd(10)}${tell(one)}`);

if (tables && choice) {
  await mkdir(out, { recursive: true });
  const inPlace = (name: string): Promise<string> =>
    readFile(join(TABLES_FOLDER, IMPORTED, name), 'utf8').catch(() => '');
  const list = join(TABLES_FOLDER, 'import', 'former-keys.tsv');
  const before = keyedRows(await inPlace('entities.tsv'), await inPlace('facts.tsv'), await inPlace('names.tsv'));
  const now = keyedRows(tables.entities, tables.facts, tables.names);
  const moved = joinMoved(readMoved(await readFile(list, 'utf8')), [...merged, ...movedKeys(before, now)]);
  const byHand = new Set(source.entities.flatMap(({ key, formerly }) => [key, ...formerly]));
  const keys = new Set(now.map(({ key }) => key));
  // What an entity has as its key today is nobody's former one.
  const free = moved.filter(({ former }) => !keys.has(former) && !byHand.has(former));
  const entities = withFormerKeys(tables.entities, free);
  for (const [name, text] of Object.entries({ ...tables, entities })) await writeFile(join(out, `${name}.tsv`), text);
  await writeFile(list, writeMoved(moved));
  const count = (of: (one: (typeof choice.chosen)[number]) => readonly string[]): string => {
    const counts = new Map<string, number>();
    for (const one of choice.chosen) for (const name of of(one)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    return sorted.map(([name, many]) => `${name} ${many}`).join(', ');
  };
  console.log(`${choice.chosen.length} entities: ${count(({ draft }) => [draft.kind])}`);
  console.log(`held by hand: ${choice.byHand}; no safe name: ${choice.unnamed}`);
  const added = additions.reduce((sum, { facts }) => sum + facts.length, 0);
  console.log(`facts added to what is written by hand: ${added}, of ${additions.length} entities`);
  console.log(`first source: ${count(({ draft }) => draft.sources.slice(0, 1))}`);
  console.log(`any source: ${count(({ draft }) => draft.sources)}`);
}
const many = (severity: ImportProblem['severity']): number =>
  problems.filter((one) => one.severity === severity).length;
console.log(
  `${errors.length} errors, ${many('left-out')} rows left out, ${many('remark')} remarks (--problems lists them)`,
);
process.exitCode = errors.length > 0 ? 1 : 0;
