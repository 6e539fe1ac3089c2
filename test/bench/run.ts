/**
 * `npm run bench`: runs every file of this folder that exports `bench`, prints one table, ends with 1 when a limit is
 * broken. `npm run bench -- detection` runs those whose name holds the word.
 */
import { readdir } from 'node:fs/promises';
import { asMarkdown, type BenchRow, holds } from './measure';

const wanted = process.argv[2] ?? '';
const files = (await readdir(new URL('.', import.meta.url))).filter((file) => file.endsWith('.ts')).sort();
const rows: BenchRow[] = [];
for (const file of files) {
  if (file === 'run.ts' || !file.includes(wanted)) continue;
  const { bench } = (await import(`./${file}`)) as { bench?: () => Promise<BenchRow[]> };
  if (bench) rows.push(...(await bench()));
}
console.log(asMarkdown(rows));
process.exitCode = rows.length > 0 && rows.every(holds) ? 0 : 1;
