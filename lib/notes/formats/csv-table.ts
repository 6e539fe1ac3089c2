/**
 * Notes as a table for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, which the way back takes off again.
 */
import Papa from 'papaparse';
import { FormatError } from './format-error';
import { isEntity } from './is-entity';
import { readQuotes, writeQuotes } from './markdown-quotes';
import { readKind } from './read-kind';
import { readStamp, stampOf } from './stamps';
import { textDigest } from './text-digest';
import type { FoundNote, FoundNotes, NotUnderstood, PlainNote } from './types';

const COLUMNS = ['entity', 'name', 'kind', 'text', 'tags', 'quotes', 'created', 'changed', 'version'] as const;
type Column = (typeof COLUMNS)[number];

/** Characters that Excel keeps of a cell; it cuts the rest without a word. */
const CELL_LIMIT = 32_767;

/** Starts a formula, in some spreadsheet or other; full-width forms and a leading line break too. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

export function writeCsv(notes: readonly PlainNote[]): string {
  const rows = notes.map((note) =>
    [
      note.entity,
      note.name,
      note.kind ?? '',
      note.text,
      note.tags.map((tag) => tag.replace(/[\\,]/g, '\\$&')).join(', '),
      writeQuotes(note.quotes),
      stampOf(note.createdAt),
      stampOf(note.changedAt),
      textDigest(note.text),
    ].map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)),
  );
  // The mark at the head tells Excel that this is UTF-8.
  return `\ufeff${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}\r\n`;
}

export function looksLikeCsv(text: string): boolean {
  const head =
    text
      .replace(/^\ufeff/, '')
      .slice(0, 1000)
      .split(/[\r\n]/, 1)[0] ?? '';
  const names = head
    .toLowerCase()
    .split(/[,;\t|]/)
    .map((name) => name.replace(/^[\s"]+|[\s"]+$/g, ''));
  return names.includes('text') && (names.includes('entity') || names.includes('name'));
}

export function readCsv(file: string, text: string, now: number): FoundNotes {
  const plain = text.replace(/^\ufeff/, '');
  const newline = (/\r\n|\n|\r/.exec(plain)?.[0] ?? '\n') as '\r\n' | '\n' | '\r';
  const delimiter = delimiterOf(plain.split(newline, 1)[0] ?? '');
  const { data, errors } = Papa.parse<string[]>(plain, { newline, delimiter });
  if (errors.some(({ type }) => type === 'Quotes')) throw new FormatError('damaged', file);
  const header = (data[0] ?? []).map((name) => name.trim().toLowerCase());
  const missing = ['text', header.includes('entity') ? 'entity' : 'name'].filter((name) => !header.includes(name));
  if (missing.length > 0) throw new FormatError('missing-columns', missing.join(', '));

  const notes: FoundNote[] = [];
  const problems: NotUnderstood[] = [];
  let line = 1;
  for (const [i, row] of data.entries()) {
    const start = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    if (i === 0 || row.every((cell) => cell.trim() === '')) continue;
    const problem = (why: NotUnderstood['why'], detail: string): void => {
      problems.push({ file, line: start, why, detail });
    };
    const cell = (column: Column): string => {
      const value = row[header.indexOf(column)] ?? '';
      return FORMULA.test(value) ? value.replace(/^'/, '') : value;
    };
    if (row.length !== header.length) {
      problem('bad-line', `${row.length}/${header.length}`);
    } else if (cell('entity').trim() === '' && cell('name').trim() === '') {
      problem('no-name', '');
    } else if (cell('entity').trim() !== '' && !isEntity(cell('entity'))) {
      problem('not-a-note', cell('name'));
    } else if (row.some((value) => value.length === CELL_LIMIT)) {
      problem('cut-off', cell('name'));
    } else {
      notes.push({
        entity: cell('entity').trim() === '' ? null : cell('entity'),
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
        line: start,
      });
    }
  }
  return { notes, problems };
}

function levelBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Of the header, whose names hold none of these; the text of notes would lead a guess astray. */
function delimiterOf(header: string): string {
  const counted = [',', ';', '\t', '|'].map((sign) => [sign, header.split(sign).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function readTags(cell: string): readonly string[] {
  const tags = cell.match(/(?:\\.|[^\\,])+/gsu) ?? [];
  return tags.map((tag) => tag.replace(/\\(.)/gsu, '$1').trim()).filter((tag) => tag !== '');
}
