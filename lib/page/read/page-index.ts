import { firstWhere } from '../../lists';
import { FARTHEST, holderOf } from '../dom/ancestors';
import * as dom from '../dom/dom';
import type { Spot } from './spot';
import type { MappedBlock } from './text-block';

/**
 * What a visit knows about its page: blocks in reading order, the spots in each, and the way from a text node or
 * element back to its blocks.
 *
 * Invariant: `blocks` is in document order as of when each was mapped; a block is in every map here or in none.
 */
export interface PageIndex {
  readonly blocks: readonly MappedBlock[];
  /** Blocks that contain (part of) a text node. */
  blocksIn(node: Text): readonly MappedBlock[];
  /** Blocks whose box is this element, in reading order. */
  blocksOf(element: Element): readonly MappedBlock[];
  spotsIn(block: MappedBlock): readonly Spot[];
  /** All spots in reading order. */
  spots(): readonly Spot[];
  setSpots(block: MappedBlock, spots: readonly Spot[]): void;
  /** Removes `stale` and inserts `fresh`, which is contiguous in the document, at its place. */
  replace(stale: readonly MappedBlock[], fresh: readonly MappedBlock[]): void;
}

/** A shared empty list, so that "still no spots" is the same list as before. */
const NO_SPOTS: readonly Spot[] = [];

/** -1 if the text of `a` precedes that of `b`, also across shadow roots and frames. */
function documentOrder(a: MappedBlock, b: MappedBlock): number {
  const [one, other] = [a.runs[0]?.node ?? a.element, b.runs[0]?.node ?? b.element];
  const [up, down] = [lineage(one), lineage(other)];
  let depth = 0;
  while (up[depth + 1] && down[depth + 1] && up[depth] === down[depth]) depth++;
  const [x, y] = [up[depth]!, down[depth]!];
  if (x === y) return up.length - down.length;
  return dom.follows(y, x) ? -1 : 1;
}

/** The node and, outermost first, the hosts and frames it is in. */
function lineage(node: Node): Node[] {
  const chain: Node[] = [node];
  for (let at = holderOf(node); at && chain.length < FARTHEST; at = holderOf(at)) chain.push(at);
  return chain.reverse();
}

function keep<Key extends Node>(map: WeakMap<Key, MappedBlock[]>, key: Key, gone: ReadonlySet<MappedBlock>): void {
  const kept = map.get(key)?.filter((block) => !gone.has(block)) ?? [];
  if (kept.length > 0) map.set(key, kept);
  else map.delete(key);
}

export function createPageIndex(): PageIndex {
  let blocks: MappedBlock[] = [];
  let flat: Spot[] | null = null;
  const byNode = new WeakMap<Text, MappedBlock[]>();
  const byElement = new WeakMap<Element, MappedBlock[]>();
  const found = new Map<MappedBlock, readonly Spot[]>();

  /** All at once: removing a hundred thousand blocks one by one would copy the rest each time. */
  function forget(gone: ReadonlySet<MappedBlock>): void {
    const nodes = new Set<Text>();
    const elements = new Set<Element>();
    for (const block of gone) {
      found.delete(block);
      elements.add(block.element);
      for (const { node } of block.runs) nodes.add(node);
    }
    for (const node of nodes) keep(byNode, node, gone);
    for (const element of elements) keep(byElement, element, gone);
  }

  function learn(block: MappedBlock): void {
    let last: Text | null = null;
    for (const { node } of block.runs) {
      if (node === last) continue;
      last = node;
      const known = byNode.get(node);
      if (!known) byNode.set(node, [block]);
      else if (known.at(-1) !== block) known.push(block);
    }
    const boxed = byElement.get(block.element);
    if (boxed) boxed.push(block);
    else byElement.set(block.element, [block]);
  }

  const placeFor = (block: MappedBlock): number =>
    firstWhere(blocks.length, (index) => documentOrder(blocks[index]!, block) >= 0);

  return {
    get blocks() {
      return blocks;
    },
    blocksIn: (node) => byNode.get(node) ?? [],
    blocksOf: (element) => byElement.get(element) ?? [],
    spotsIn: (block) => found.get(block) ?? NO_SPOTS,
    spots() {
      flat ??= blocks.flatMap((block) => found.get(block) ?? []);
      return flat;
    },
    setSpots(block, spots) {
      if (spots.length > 0) found.set(block, spots);
      else found.delete(block);
      flat = null;
    },
    replace(stale, fresh) {
      const gone = new Set(stale);
      forget(gone);
      if (gone.size > 0) blocks = blocks.filter((block) => !gone.has(block));
      // Searched anew: stale blocks may have been elsewhere, and be out of the document now.
      const at = fresh[0] ? placeFor(fresh[0]) : -1;
      for (const block of fresh) learn(block);
      // Not `splice(at, 0, ...fresh)`: with a hundred thousand blocks the arguments would overflow the stack.
      blocks = at < 0 ? blocks : [...blocks.slice(0, at), ...fresh, ...blocks.slice(at)];
      flat = null;
    },
  };
}
