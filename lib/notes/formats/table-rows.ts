/**
 * Rows of a table as text (RFC 4180), one by one, reading each character once. Papa, which writes them, takes quadratic
 * time and gigabytes for some hostile files, and cannot be stopped within a row.
 */
import { FormatError } from './format-error';
import { LARGEST_NOTE, MOST_NOTES } from './limits';

/** Fields in a row. */
const MOST_CELLS = 1000;

export interface TableRow {
  readonly cells: readonly string[];
  /** In the text, 1-based. */
  readonly line: number;
}

/** Skips rows without words. @throws FormatErrors */
export function* tableRows(text: string, delimiter: string): Generator<TableRow> {
  const plain = new RegExp(`[^\r\n${delimiter.replace(/[\\\]^-]/, '\\$&')}]*`, 'y');
  let rows = 0;
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const cells: string[] = [];
    const start = line;
    for (let ended = false; !ended; ) {
      const quoted = text[at] === '"' ? quotedCell(text, at, delimiter, line) : null;
      plain.lastIndex = at;
      const cell = quoted?.cell ?? plain.exec(text)?.[0] ?? '';
      at = quoted?.end ?? at + cell.length;
      line += quoted ? breaksIn(cell) : 0;
      cells.push(cell);
      if (cells.length > MOST_CELLS || cell.length > LARGEST_NOTE) throw new FormatError('too-big');
      ended = text[at] !== delimiter;
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    }
    line++;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (++rows > MOST_NOTES + 1) throw new FormatError('too-many', String(MOST_NOTES));
    yield { cells, line: start };
  }
}

/**
 * Quotation marks that someone forgot to double are taken literally if the cell ends on its line: otherwise it might
 * swallow any number of rows.
 */
function quotedCell(text: string, from: number, delimiter: string, line: number): { cell: string; end: number } {
  const parts: string[] = [];
  let sound = true;
  let start = from + 1;
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') {
      parts.push(text.slice(start, at + 1));
      start = at + 2;
      at++;
    } else if (next === undefined || next === delimiter || next === '\n' || next === '\r') {
      const cell = parts.join('') + text.slice(start, at);
      if (!sound && breaksIn(cell) > 0) break;
      return { cell, end: at + 1 };
    } else sound = false;
  }
  throw new FormatError('open-quote', String(line));
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count++;
  }
  return count;
}
