/**
 * Rows of a table as text (RFC 4180), one by one, each letter looked at once. Papa, which writes them, needs time by the
 * square and gigabytes for some that were made to hurt, and cannot be stopped in a row.
 */
import { FormatError } from './format-error';
import { LARGEST_NOTE, MOST_NOTES } from './limits';

/** Fields of a row. */
const MOST_CELLS = 1000;

export interface TableRow {
  readonly cells: readonly string[];
  /** Of the text, counted from 1. */
  readonly line: number;
}

/** Rows without a word are left out. Throws FormatErrors. */
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
 * Marks that somebody forgot to double are taken as they stand, as long as the cell ends in its line: beyond that nobody
 * knows how many rows it would swallow.
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
