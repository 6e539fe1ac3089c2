/**
 * Binary search: the first of the indices 0…`count` - 1 where `holds` is true; `count` if it is true nowhere. Once true,
 * `holds` must stay true up to the end.
 */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
