/** Items by key, keeping their order; those whose key is null are left out. (`Map.groupBy` is missing in Node 20.) */
export function groupBy<T, K extends string | number>(items: readonly T[], keyOf: (item: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
