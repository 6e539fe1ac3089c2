/**
 * Rows as a table that spreadsheets read (RFC 4180) as text only: a cell that would be a formula gets an apostrophe,
 * which reading removes again.
 */
import Papa from 'papaparse';

/** Starts a formula in some spreadsheet; also full-width forms, and after spaces or a line break. */
const FORMULA = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

export function writeSpreadsheet(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  // The byte order mark tells Excel that this is UTF-8.
  return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** A cell as it was before writing. */
export const readCell = (cell: string): string => (FORMULA.test(cell) ? cell.replace(/^'/, '') : cell);
