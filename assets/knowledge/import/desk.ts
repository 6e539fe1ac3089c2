/**
 * Reads files of facts for the importers and collects what is wrong with them. An error means that a file is not what the
 * importer was written for: nothing is written then. What is left out, or only remarked, is counted and reported.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { earliest, isBefore, latest, type PartialDate, parsePartialDate } from '../../../lib/time';
import type { RowPlace } from './imported';

export interface ImportProblem extends RowPlace {
  readonly column: string | null;
  readonly message: string;
  readonly severity: 'error' | 'left-out' | 'remark';
}

export interface Row<Value> {
  readonly place: RowPlace;
  readonly value: Value;
}

export interface Desk {
  readonly problems: readonly ImportProblem[];
  report(place: RowPlace, severity: ImportProblem['severity'], column: string | null, message: string): void;
  /** The rows of a gzipped file with a JSON object a line. A row that is not as the schema says is an error. */
  rows<Value>(file: string, schema: v.GenericSchema<unknown, Value>): Generator<Row<Value>>;
  /** A whole gzipped file as text; empty with an error where there is none. */
  text(file: string): string;
  /** A date as exact as it is known; null, with a remark, where it is none. */
  date(place: RowPlace, column: string, cell: string | number | null | undefined): PartialDate | null;
  /** Two such dates; the end is left open, with a remark, where it lies before the start. */
  span(place: RowPlace, start: unknown, end: unknown): { start: PartialDate | null; end: PartialDate | null };
}

export function createDesk(folder: string): Desk {
  const problems: ImportProblem[] = [];
  // What several importers read is wrong but once.
  const told = new Set<string>();
  const report: Desk['report'] = (place, severity, column, message) => {
    const id = [place.file, place.line, severity, column, message].join('\t');
    if (told.has(id)) return;
    told.add(id);
    problems.push({ file: place.file, line: place.line, column, message, severity });
  };

  const text = (file: string): string => {
    try {
      return gunzipSync(readFileSync(join(folder, file))).toString('utf8');
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      report({ file, line: 0 }, 'error', null, gone ? 'is missing' : 'is cut short or no gzip file');
      return '';
    }
  };

  function* rows<Value>(file: string, schema: v.GenericSchema<unknown, Value>): Generator<Row<Value>> {
    let line = 0;
    for (const cell of text(file).split('\n')) {
      line++;
      if (cell.trim() === '') continue;
      const place = { file, line };
      let parsed: unknown;
      try {
        parsed = JSON.parse(cell);
      } catch {
        report(place, 'error', null, 'is no JSON');
        continue;
      }
      const read = v.safeParse(schema, parsed, { abortEarly: true });
      if (read.success) yield { place, value: read.output };
      else report(place, 'error', v.getDotPath(read.issues[0]), read.issues[0].message);
    }
  }

  const date: Desk['date'] = (place, column, cell) => {
    const written = String(cell ?? '').trim();
    if (written === '') return null;
    const iso = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
    const [, day = '', month = '', year = ''] = iso ?? [];
    const shape = iso ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written.replace(/T.*$/, '');
    const padded = /^\d{1,3}$/.test(shape) ? shape.padStart(4, '0') : shape;
    // Files differ in whether they count a year 0: what lies before the year 1 is not certain, and is not taken.
    if (padded.startsWith('-') || padded === '0000') return null;
    if (parsePartialDate(padded)) return padded;
    report(place, 'remark', column, `"${written}" is not a date`);
    return null;
  };

  return {
    problems,
    report,
    rows,
    text,
    date,
    span(place, start, end) {
      const [from, to] = [date(place, 'start', start as string | null), date(place, 'end', end as string | null)];
      if (from === null || to === null || !isBefore(latest(to), earliest(from))) return { start: from, end: to };
      report(place, 'remark', 'end', `it ends (${to}) before it starts (${from})`);
      return { start: from, end: null };
    },
  };
}
