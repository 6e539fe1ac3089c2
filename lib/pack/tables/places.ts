/** Where a row came from. */
export interface TablePlace {
  readonly file: string;
  readonly line: number;
}

export interface Places {
  put(row: object, file: string, line: number): void;
  of(row: object): TablePlace | undefined;
}

/** The map is built on first use: without a mistake it is never needed. */
export function createPlaces(): Places {
  const rows: object[] = [];
  const files: string[] = [];
  const lines: number[] = [];
  let numbers: Map<object, number> | null = null;
  return {
    put(row, file, line) {
      rows.push(row);
      files.push(file);
      lines.push(line);
      numbers = null;
    },
    of(row) {
      numbers ??= new Map(rows.map((one, number) => [one, number]));
      const number = numbers.get(row);
      return number === undefined ? undefined : { file: files[number]!, line: lines[number]! };
    },
  };
}
