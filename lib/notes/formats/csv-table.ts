/** Notes as a table for spreadsheets. */
import { entityKeys } from './entity-keys';
import { FormatError } from './format-error';
import { isEntity } from './is-entity';
import { readQuotes, writeQuotes } from './markdown-quotes';
import { readKind } from './read-kind';
import { readCell, writeSpreadsheet } from './spreadsheet';
import { readStamp, stampOf } from './stamps';
import { tableRows } from './table-rows';
import { textDigest } from './text-digest';
import type { FoundNote, FoundNotes, NotUnderstood, PlainNote } from './types';

const COLUMNS = [
  'entity',
  'name',
  'kind',
  'text',
  'tags',
  'quotes',
  'created',
  'changed',
  'version',
  'wikidata',
  'noted under',
] as const;
type Column = (typeof COLUMNS)[number];

/** Characters Excel keeps in a cell; it silently cuts the rest. */
const CELL_LIMIT = 32_767;

export function writeCsv(notes: readonly PlainNote[]): string {
  const rows = notes.map((note) => {
    const { key, wikidata, notedUnder } = entityKeys(note);
    return [
      key,
      note.name,
      note.kind ?? '',
      note.text,
      note.tags.map((tag) => tag.replace(/[\\,]/g, '\\$&')).join(', '),
      writeQuotes(note.quotes),
      stampOf(note.createdAt),
      stampOf(note.changedAt),
      textDigest(note.text),
      wikidata ?? '',
      notedUnder ?? '',
    ];
  });
  return writeSpreadsheet([COLUMNS, ...rows]);
}

export function looksLikeCsv(text: string): boolean {
  const { body, delimiter } = headOf(text);
  const head = lineOf(body).slice(0, 1000);
  const names = head
    .toLowerCase()
    .split(delimiter)
    .map((name) => name.replace(/["\s]/g, ''));
  return names.includes('text') && (names.includes('entity') || names.includes('name'));
}

/** In others' tables rows are often shorter or longer than the header. @throws FormatErrors */
export function readCsv(file: string, text: string, now: number): FoundNotes {
  const { skipped, body, delimiter } = headOf(text);
  const rows = tableRows(body, delimiter);
  const first: readonly string[] = rows.next().value?.cells ?? [];
  const header = first.map((name) => name.trim().toLowerCase());
  const missing = ['text', header.includes('entity') ? 'entity' : 'name'].filter((name) => !header.includes(name));
  if (missing.length > 0) throw new FormatError('missing-columns', missing.join(', '));

  const notes: FoundNote[] = [];
  const problems: NotUnderstood[] = [];
  for (const row of rows) {
    const line = row.line + skipped;
    const problem = (why: NotUnderstood['why'], detail: string): void => {
      problems.push({ file, line, why, detail });
    };
    const { cells, over } = intoColumns(row.cells, header, delimiter);
    const cell = (column: Column): string => readCell(cells[header.indexOf(column)] ?? '');
    const entity = cell('noted under').trim() === '' ? cell('entity') : cell('noted under');
    if (cells.length <= header.indexOf('text') && cell('tags') === '' && cell('quotes') === '') {
      problem('bad-line', `${cells.length}/${header.length}`);
    } else if (entity.trim() === '' && cell('name').trim() === '') {
      problem('no-name', '');
    } else if (entity.trim() !== '' && !isEntity(entity)) {
      problem('not-a-note', cell('name'));
    } else if (cells.some((value) => value.length === CELL_LIMIT)) {
      problem('cut-off', cell('name'));
    } else {
      if (over.length > 0) problem('more-fields', shorten(over.join(`${delimiter} `)));
      notes.push({
        entity: entity.trim() === '' ? null : entity,
        name: cell('name'),
        kind: readKind(cell('kind')),
        text: cell('version') === textDigest(cell('text')) ? cell('text') : levelBreaks(cell('text')),
        tags: readTags(cell('tags')),
        quotes: readQuotes(/(^|[^\r])\n/.test(cell('quotes')) ? cell('quotes') : levelBreaks(cell('quotes')), now),
        createdAt: readStamp(cell('created')),
        changedAt: readStamp(cell('changed')),
        deletedAt: null,
        version: cell('version') || null,
        file,
        line,
      });
    }
  }
  return { notes, problems };
}

/** `over`: cells beyond the last column. If that is the text, its commas were typed without quotation marks. */
function intoColumns(
  cells: readonly string[],
  header: readonly string[],
  delimiter: string,
): { readonly cells: readonly string[]; readonly over: readonly string[] } {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  if (last < header.length) return { cells, over: [] };
  const over = cells.slice(header.length, last + 1);
  const inside = cells.slice(0, header.length);
  if (header.at(-1) !== 'text') return { cells: inside, over };
  return { cells: [...inside.slice(0, -1), [inside.at(-1), ...over].join(delimiter)], over: [] };
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Skips blank lines above the header, and the line that tells Excel the delimiter. */
function headOf(text: string): { readonly skipped: number; readonly body: string; readonly delimiter: string } {
  const plain = text.replace(/^\ufeff/, '');
  const told = /^\s*"?sep=(\\t|[^"\r\n])"?[ \t,;|]*(?:\r\n?|\n)/i.exec(plain);
  const above = /^[\s,;|"]*[\r\n]/.exec(plain.slice(told?.[0].length ?? 0))?.[0] ?? '';
  const start = (told?.[0].length ?? 0) + above.length;
  const body = plain.slice(start);
  const sign = told?.[1] === '\\t' ? '\t' : told?.[1];
  const delimiter = sign !== undefined && lineOf(body).includes(sign) ? sign : delimiterOf(lineOf(body));
  return { skipped: plain.slice(0, start).match(/\r\n?|\n/g)?.length ?? 0, body, delimiter };
}

function lineOf(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

function levelBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Judged by the header, whose names contain none of these; the notes' text would mislead. */
function delimiterOf(header: string): string {
  const counted = [',', ';', '\t', '|'].map((sign) => [sign, header.split(sign).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function readTags(cell: string): readonly string[] {
  const tags = cell.match(/(?:\\.|[^\\,])+/gsu) ?? [];
  return tags.map((tag) => tag.replace(/\\(.)/gsu, '$1').trim()).filter((tag) => tag !== '');
}
