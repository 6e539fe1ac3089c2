/**
 * Reads one knowledge table: UTF-8, tab-separated, column names in the first line, `#` for comment lines, empty cells
 * are null. Every line has one cell per column. Anything else is reported with line and column.
 */
export interface TableFile {
  /** As shown in messages: `iran-iraq/facts.tsv`. */
  readonly path: string;
  readonly text: string;
}

export interface TableProblem {
  readonly file: string;
  /** 1-based; 0 means the whole file. */
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
  /** An error keeps the row out of the pack; advice does not. */
  readonly severity: 'error' | 'advice';
}

export interface TableLine<Column extends string> {
  readonly file: string;
  readonly line: number;
  cell(column: Column): string | null;
}

/** Yields row by row, so that a table of a million rows is never held twice. */
export function* readTable<Column extends string>(
  { path, text }: TableFile,
  columns: readonly Column[],
  report: (problem: TableProblem) => void,
  /** Columns that few rows need and many tables omit. */
  optional: readonly Column[] = [],
): Generator<TableLine<Column>> {
  const error = (line: number, column: string | null, message: string): void =>
    report({ file: path, line, column, message, severity: 'error' });
  checkEndings(text, (line) => error(line, null, 'ends otherwise than the lines before it (CR, LF)'));
  let places: ReadonlyMap<string, number> | null = null;
  let width = 0;
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    if (line.startsWith('#') || !/\S/.test(line)) continue;
    const cells = line.split('\t');
    if (places) {
      if (cells.length === width) yield new Row(path, number, cells, places);
      else error(number, null, `${cells.length} cells in ${width} columns`);
      continue;
    }
    for (const name of cells) if (!columns.includes(name as Column)) error(number, name, 'unknown column');
    const missing = columns.filter((column) => !cells.includes(column) && !optional.includes(column));
    for (const column of missing) error(number, column, 'missing column');
    cells.forEach((name, at) => {
      if (cells.indexOf(name) < at) error(number, name, 'column given twice');
    });
    if (missing.length > 0) return;
    places = new Map(cells.map((name, place) => [name, place]));
    width = cells.length;
  }
}

/** A class rather than closures: there are a million rows. */
class Row<Column extends string> implements TableLine<Column> {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: readonly string[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}
  cell(column: Column): string | null {
    const cell = this.cells[this.places.get(column) ?? -1];
    // Every second cell of a large table is empty.
    return cell ? cell.trim() || null : null;
  }
}

/** Yields line by line, without CR, so that not all lines are held at once. */
function* linesOf(text: string): Generator<string> {
  for (let from = text.startsWith('\ufeff') ? 1 : 0, end: number; from <= text.length; from = end + 1) {
    end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    yield text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
  }
}

/** Mixed line endings mean that a tool joined two files, perhaps cutting a line. */
function checkEndings(text: string, mixed: (line: number) => void): void {
  if (!text.includes('\r')) return;
  const lines = text.split('\n');
  // There is no line after the last LF.
  const ended = lines.length - 1;
  const withReturn = lines[0]!.endsWith('\r');
  const odd = lines.findIndex(
    (line, at) => /\r(?!$)/.test(line) || (line.endsWith('\r') !== withReturn && (at < ended || line !== '')),
  );
  if (odd >= 0 && (odd < ended || /\r/.test(lines[odd]!))) mixed(odd + 1);
}
