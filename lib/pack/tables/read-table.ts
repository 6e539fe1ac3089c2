/**
 * Reads one knowledge table: UTF-8, tab-separated, first line = column names, `#` lines are comments, an empty cell is
 * null. Every line has as many cells as there are columns. What does not fit is reported with its line and column.
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

/** Rows are read one after another, so that a table of a million is never held twice. */
export function* readTable<Column extends string>(
  { path, text }: TableFile,
  columns: readonly Column[],
  report: (problem: TableProblem) => void,
  /** Columns that few rows need, and many tables leave out. */
  optional: readonly Column[] = [],
): Generator<TableRow<Column>> {
  const error = (line: number, column: string | null, message: string): void =>
    report({ file: path, line, column, message, severity: 'error' });
  const lines = linesOf(text, (line) => error(line, null, 'ends otherwise than the lines before it (CR, LF)'));
  const isData = (line: string): boolean => !line.startsWith('#') && /\S/.test(line);
  const head = lines.findIndex(isData);
  if (head < 0) return;

  const names = lines[head]!.split('\t');
  for (const name of names) if (!columns.includes(name as Column)) error(head + 1, name, 'unknown column');
  const missing = columns.filter((column) => !names.includes(column) && !optional.includes(column));
  for (const column of missing) error(head + 1, column, 'missing column');
  names.forEach((name, at) => {
    if (names.indexOf(name) < at) error(head + 1, name, 'column given twice');
  });
  if (missing.length > 0) return;

  const places = new Map(names.map((name, place) => [name, place]));
  for (let index = head + 1; index < lines.length; index++) {
    if (!isData(lines[index]!)) continue;
    const cells = lines[index]!.split('\t');
    if (cells.length === names.length) yield new Row(path, index + 1, cells, places);
    else error(index + 1, null, `${cells.length} cells in ${names.length} columns`);
  }
}

/** A class, not a closure for each: there are a million rows. */
class Row<Column extends string> implements TableRow<Column> {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: readonly string[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}
  cell(column: Column): string | null {
    return this.cells[this.places.get(column) ?? -1]?.trim() || null;
  }
}

/** Half a file with other line endings was glued on by a tool, which may have cut a line in two. */
function linesOf(text: string, mixed: (line: number) => void): string[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  if (!text.includes('\r')) return lines;
  // Behind the last LF stands no line.
  const ended = lines.length - 1;
  const withReturn = lines[0]!.endsWith('\r');
  const odd = lines.findIndex(
    (line, at) => /\r(?!$)/.test(line) || (line.endsWith('\r') !== withReturn && (at < ended || line !== '')),
  );
  if (odd >= 0 && (odd < ended || /\r/.test(lines[odd]!))) mixed(odd + 1);
  return lines.map((line) => line.replace(/\r$/, ''));
}
