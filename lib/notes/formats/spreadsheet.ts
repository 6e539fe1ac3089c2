/**
 * Rows as a table that a spreadsheet reads (RFC 4180) and takes for nothing but text: a cell that would be a formula gets an
 * apostrophe before it, which the way back takes off again.
 */
import Papa from 'papaparse';

/** Starts a formula, in some spreadsheet or other; full-width forms, and behind spaces or a break of the line, too. */
const FORMULA = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

export function writeSpreadsheet(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  // The mark at the head tells Excel that this is UTF-8.
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** A cell as it was before it was written. */
export const readCell = (cell: string): string => (FORMULA.test(cell) ? cell.replace(/^'/, '') : cell);
