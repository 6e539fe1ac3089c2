/** Which facts have an entity as their subject, and which mention it from another side. */
import { byRow } from './by-row';
import type { FactRow } from './source';

export interface FactIndex {
  own(row: number): FactRow[];
  told(row: number): FactRow[];
}

export function indexFacts(facts: readonly FactRow[], rowOf: ReadonlyMap<string, number>): FactIndex {
  const told = ({ value }: FactRow): number | undefined => (typeof value === 'string' ? rowOf.get(value) : undefined);
  return { own: byRow(facts, ({ entity }) => rowOf.get(entity), rowOf.size), told: byRow(facts, told, rowOf.size) };
}
