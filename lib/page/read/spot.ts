import type { Mention } from '../../linking';
import { firstWhere } from '../../lists';
import * as dom from '../dom/dom';
import { locate, type MappedBlock, offsetOf } from './text-block';
import { rangeIn } from './text-map';
import type { UnknownEntry } from './unknown-entry';

/** A mention at its place in the page. */
export interface Spot {
  /** Stable during the visit; tells two mentions of one entity apart. */
  readonly id: string;
  readonly mention: Mention;
  readonly block: MappedBlock;
  /** A name that no pack knows. */
  readonly unknown?: UnknownEntry;
}

/** The page's words for the mention. */
export const formOf = (spot: Spot): string => spot.block.text.slice(spot.mention.start, spot.mention.end);

/**
 * A live range over the spot; null if its text is gone. Created on demand, since live ranges cost the page time at
 * every DOM change.
 */
export function rangeOf(spot: Spot): Range | null {
  const points = locate(spot.block, spot.mention.start, spot.mention.end);
  return points && rangeIn(points);
}

/** The same as a static range, which costs the page nothing; highlights are painted from it. */
export function staticRangeOf(spot: Spot): StaticRange | null {
  const points = locate(spot.block, spot.mention.start, spot.mention.end);
  if (!points || !dom.isConnected(points.start.node) || !dom.isConnected(points.end.node)) return null;
  const { start, end } = points;
  if (start.offset > start.node.length || end.offset > end.node.length) return null;
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** The spot at a caret; `spots` belong to one block, sorted, without overlaps. */
export function spotAt(spots: readonly Spot[], block: MappedBlock, node: Text, caret: number): Spot | null {
  const offset = offsetOf(block, node, caret);
  if (offset === null) return null;
  // A caret is between characters: both ends count as the mention, and the rectangles decide later.
  const spot = spots[firstWhere(spots.length, (index) => spots[index]!.mention.end >= offset)];
  return spot && spot.mention.start <= offset ? spot : null;
}
