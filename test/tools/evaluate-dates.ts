/**
 * Measures the day of publication on saved pages: `npm run eval:dates -- FOLDER [--none]`.
 *
 * FOLDER holds pages and `days.tsv`: file, address, day (`YYYY-MM-DD`; a row without one is left out), tab-separated;
 * further columns are of no concern. Each page is parsed in a real Chromium, where the reader script's own code gathers
 * the clues, and weighed by the background's. Prints each wrong day (with `--none` also pages where none was found).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicationDay } from '../../lib/dating';
import { isDay, utcDay } from '../../lib/time';
import { openSavedPages } from './saved-pages';

interface Row {
  readonly file: string;
  readonly address: string;
  readonly day: string;
}

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));

function rowsOf(list: string): Row[] {
  return readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([file = '', address = '', day = '']) => (isDay(day.trim()) ? [{ file, address, day: day.trim() }] : []));
}

async function measure(at: string): Promise<void> {
  const rows = rowsOf(join(at, 'days.tsv'));
  const today = utcDay(Date.now());
  const pages = await openSavedPages();
  const counts = { right: 0, wrong: 0, none: 0 };
  const spent: number[] = [];
  for (const { file, address, day } of rows) {
    const { clues, ms } = await pages.clues(join(at, file), address);
    spent.push(ms);
    const found = publicationDay(clues, today);
    const outcome = found === day ? 'right' : found === null ? 'none' : 'wrong';
    counts[outcome]++;
    if (outcome === 'wrong') console.log(`wrong  ${day} taken for ${found}  ${file}  ${address}`);
    if (outcome === 'none' && args.includes('--none')) console.log(`none   ${day}  ${file}  ${address}`);
  }
  await pages.close();
  const share = (n: number) => `${n} (${((100 * n) / Math.max(rows.length, 1)).toFixed(1)} %)`;
  console.log(
    `${rows.length} pages: right ${share(counts.right)}, wrong ${share(counts.wrong)}, none ${share(counts.none)}`,
  );
  spent.sort((a, b) => a - b);
  const quantile = (part: number) => (spent[Math.floor(part * (spent.length - 1))] ?? 0).toFixed(1);
  console.log(`gathering: median ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms, slowest ${quantile(1)} ms`);
}

if (folder === undefined) {
  console.error('Usage: npm run eval:dates -- FOLDER [--none]');
  process.exitCode = 1;
} else {
  void measure(folder);
}
