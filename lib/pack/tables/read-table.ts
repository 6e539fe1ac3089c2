/**
 * Reads one knowledge table: UTF-8, tab-separated, first line = column names, `#` lines are comments, an empty cell is
 * null. Cells missing at the end of a line are empty. What does not fit is reported with its line and column.
 */
export interface TableFile {
  /** As it is to be named in messages: `iran-iraq/facts.tsv`. */
  readonly path: string;
  readonly text: string;
}

export interface TableProblem {
  readonly file: string;
  /** Counted from 1; 0 means the whole file. */
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
  /** An error keeps the row out of the pack; advice does not. */
  readonly severity: 'error' | 'advice';
}

export interface TableRow<Column extends string> {
  readonly file: string;
  readonly line: number;
  cell(column: Column): string | null;
}

export function readTable<Column extends string>(
  { path, text }: TableFile,
  columns: readonly Column[],
  report: (problem: TableProblem) => void,
): TableRow<Column>[] {
  const error = (line: number, column: string | null, message: string): void =>
    report({ file: path, line, column, message, severity: 'error' });
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const isData = (line: string): boolean => line.trim() !== '' && !line.startsWith('#');
  const head = lines.findIndex(isData);
  if (head < 0) return [];

  const names = lines[head]!.split('\t');
  for (const name of names) if (!columns.includes(name as Column)) error(head + 1, name, 'unknown column');
  for (const column of columns) if (!names.includes(column)) error(head + 1, column, 'missing column');
  if (columns.some((column) => !names.includes(column))) return [];

  const rows: TableRow<Column>[] = [];
  for (let index = head + 1; index < lines.length; index++) {
    if (!isData(lines[index]!)) continue;
    const cells = lines[index]!.split('\t');
    if (cells.length > names.length) {
      error(index + 1, null, `${cells.length} cells in ${names.length} columns`);
      continue;
    }
    rows.push({
      file: path,
      line: index + 1,
      cell: (column) => cells[names.indexOf(column)]?.trim() || null,
    });
  }
  return rows;
}
