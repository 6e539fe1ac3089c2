/**
 * Items grouped by row number, in their order; those without one are left out. One list of numbers instead of a hundred
 * thousand arrays, which each garbage collection would traverse.
 */
export function byRow<T>(
  items: readonly T[],
  rowOf: (item: T) => number | undefined,
  count: number,
): (row: number) => T[] {
  const rows = Int32Array.from(items, (item) => rowOf(item) ?? NONE);
  const ends = new Uint32Array(count + 1);
  for (const row of rows) if (row !== NONE) ends[row + 1]!++;
  for (let row = 0; row < count; row++) ends[row + 1]! += ends[row]!;
  // Now `ends[row]` is where the row's next item goes; once all are placed it is the row's end.
  const places = new Uint32Array(ends[count]!);
  rows.forEach((row, item) => {
    if (row !== NONE) places[ends[row]!++] = item;
  });
  return (row) => {
    const found: T[] = [];
    for (let at = row === 0 ? 0 : ends[row - 1]!; at < ends[row]!; at++) found.push(items[places[at]!]!);
    return found;
  };
}

const NONE = -1;
