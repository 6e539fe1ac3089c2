/**
 * Rows of the files of facts that may be about an entity: those with its Wikidata id, its article or its name in any of their
 * cells. It knows nothing of the importer, so that it shows what the importer overlooked or joined wrongly.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldText } from '../../../lib/text';

export interface Sought {
  readonly key: string;
  readonly wikidata: string | null;
  readonly wikipedia: string | null;
  readonly name: string;
}

export interface FoundRow {
  readonly file: string;
  readonly line: number;
  /** By its id or article, or by its name alone, which a namesake has as well. */
  readonly sure: boolean;
  readonly text: string;
}

/** "https://en.wikipedia.org/wiki/Denton,_Texas" and "Denton_Texas" are articles. */
const cellOf = (value: string): string => {
  const last = value.replace(/^https?:\/\/\S+\//, '').replaceAll('_', ' ');
  return foldText(/%[0-9A-F]{2}/.test(last) ? safeDecode(last) : last);
};

function safeDecode(cell: string): string {
  try {
    return decodeURIComponent(cell);
  } catch {
    return cell;
  }
}

function cellsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length < 200 ? [cellOf(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { first_name: first, last_name: last } = value as Readonly<Record<string, unknown>>;
  const whole = typeof first === 'string' && typeof last === 'string' ? [cellOf(`${first} ${last}`)] : [];
  return [...whole, ...Object.values(value).flatMap(cellsOf)];
}

/** Each row of a file as its parsed value: lines of JSON, or one list. */
function rowsOf(text: string): { line: number; value: unknown }[] {
  if (text.startsWith('[')) return (JSON.parse(text) as unknown[]).map((value, at) => ({ line: at + 1, value }));
  return text
    .split('\n')
    .flatMap((cells, at) => (cells.startsWith('{') ? [{ line: at + 1, value: JSON.parse(cells) }] : []));
}

export function rowsAbout(folder: string, sought: readonly Sought[]): ReadonlyMap<string, readonly FoundRow[]> {
  const wanted = new Map<string, Map<string, boolean>>();
  const want = (cell: string | null, key: string, sure: boolean): void => {
    if (cell === null || cell === '') return;
    const keys = wanted.get(cellOf(cell)) ?? new Map<string, boolean>();
    wanted.set(cellOf(cell), keys.set(key, sure || (keys.get(key) ?? false)));
  };
  for (const { key, wikidata, wikipedia, name } of sought) {
    want(name, key, false);
    want(wikipedia, key, true);
    want(wikidata, key, true);
  }
  const found = new Map<string, FoundRow[]>();
  for (const file of readdirSync(folder)
    .filter((name) => /\.(?:nd)?json\.gz$/.test(name))
    .toSorted()) {
    for (const { line, value } of rowsOf(gunzipSync(readFileSync(join(folder, file))).toString('utf8'))) {
      const about = new Map<string, boolean>();
      for (const cell of cellsOf(value))
        for (const [key, sure] of wanted.get(cell) ?? []) about.set(key, sure || (about.get(key) ?? false));
      for (const [key, sure] of about)
        found.set(key, [...(found.get(key) ?? []), { file, line, sure, text: JSON.stringify(value, full) }]);
    }
  }
  return found;
}

/** Without cells that say nothing. */
const full = (_key: string, value: unknown): unknown => (value === '' || value === null ? undefined : value);
