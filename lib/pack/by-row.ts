/**
 * Items by a row number of each, in their order; those without one are left out. One list of numbers in place of a hundred
 * thousand arrays, which a garbage collection would go through again and again.
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
  // From here on `ends[row]` is where the next item of the row goes, so that it stands at its end when all are placed.
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
