/** Which facts an entity is the subject of, and which tell of it from another's side. */
import type { FactRow } from './source';

export interface FactIndex {
  own(row: number): FactRow[];
  told(row: number): FactRow[];
}

export function indexFacts(facts: readonly FactRow[], rowOf: ReadonlyMap<string, number>): FactIndex {
  const [own, told] = [facts.map(({ entity }) => rowOf.get(entity)!), facts.map(({ value }) => tied(value, rowOf))];
  return { own: byRow(facts, own, rowOf.size), told: byRow(facts, told, rowOf.size) };
}

const NONE = -1;
const tied = (value: FactRow['value'], rowOf: ReadonlyMap<string, number>): number =>
  typeof value === 'string' ? rowOf.get(value)! : NONE;

/** One list of numbers in place of a hundred thousand arrays, which a garbage collection would go through again and again. */
function byRow(facts: readonly FactRow[], rows: readonly number[], count: number): (row: number) => FactRow[] {
  const ends = new Uint32Array(count + 1);
  for (const row of rows) if (row !== NONE) ends[row + 1]!++;
  for (let row = 0; row < count; row++) ends[row + 1]! += ends[row]!;
  // From here on `ends[row]` is where the next fact of the row goes, so that it stands at its end when all are placed.
  const places = new Uint32Array(ends[count]!);
  rows.forEach((row, fact) => {
    if (row !== NONE) places[ends[row]!++] = fact;
  });
  return (row) => {
    const found: FactRow[] = [];
    for (let at = row === 0 ? 0 : ends[row - 1]!; at < ends[row]!; at++) found.push(facts[places[at]!]!);
    return found;
  };
}
