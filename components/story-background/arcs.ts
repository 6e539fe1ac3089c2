/**
 * A small graph as arcs beside a column of names: it shows who is tied to whom at any width, with each name in full.
 */
import type { StoryTies } from '../../lib/story-background';

export type TieNode = StoryTies['nodes'][number];

export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface ArcPicture {
  /** From top to bottom. */
  readonly rows: readonly TieNode[];
  readonly arcs: readonly Arc[];
}

/** Passes over all pairs; it ends sooner if nothing improves. */
const ROUNDS = 10;

/** Swaps names as long as that shortens the arcs: the same ties give the same picture. */
export function arcPicture({ nodes, edges }: StoryTies): ArcPicture {
  const rows = [...nodes];
  let length = lengthOf(rows, edges);
  for (let round = 0; round < ROUNDS; round++) {
    const before = length;
    for (let one = 0; one < rows.length; one++) {
      for (let other = one + 1; other < rows.length; other++) {
        swap(rows, one, other);
        const swapped = lengthOf(rows, edges);
        if (swapped < length) length = swapped;
        else swap(rows, one, other);
      }
    }
    if (length === before) break;
  }
  const row = new Map(rows.map(({ entity }, at) => [entity, at]));
  const arcs = edges.map(({ ends, facts }): Arc => {
    const [one, other] = [row.get(ends[0]) ?? 0, row.get(ends[1]) ?? 0];
    return { from: Math.min(one, other), to: Math.max(one, other), weight: facts.length };
  });
  return { rows, arcs };
}

function lengthOf(rows: readonly TieNode[], edges: StoryTies['edges']): number {
  const at = new Map(rows.map(({ entity }, row) => [entity, row]));
  return edges.reduce((sum, { ends: [one, other] }) => sum + Math.abs((at.get(one) ?? 0) - (at.get(other) ?? 0)), 0);
}

function swap(rows: TieNode[], one: number, other: number): void {
  [rows[one], rows[other]] = [rows[other] as TieNode, rows[one] as TieNode];
}
