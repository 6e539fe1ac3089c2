import * as dom from '../dom/dom';
import type { MappedBlock } from './text-block';

/**
 * The most a visit reads of a page. A page can grow without end or be rearranged while it is read; beyond the budget
 * the story ends for us.
 */
export interface Budget {
  /** See `costOf`. */
  readonly text: number;
  readonly nodes: number;
  readonly depth: number;
  readonly mayRead: (frame: Document) => boolean;
}

/** Characters in all blocks held at a time: three times the longest page we know. */
export const MOST_TEXT = 5_000_000;
/** Nodes visited in one walk. */
export const MOST_NODES = 2_000_000;
/** Levels below the start of a walk. Parsers stop at 512; deeper trees are made by scripts. */
export const MOST_DEPTH = 1_000;
/** Same-origin frames read at a time, and how deeply nested. */
export const MOST_FRAMES = 20;
export const FRAMES_DEEP = 4;
/** Even a one-word block costs memory. */
const BLOCK_COST = 40;

export const costOf = (blocks: readonly Pick<MappedBlock, 'text'>[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length + BLOCK_COST, 0);

/** Decides which frames of the page `top` are read; a removed frame makes room for another. */
export function createFrameLimit(top: Window): (frame: Document) => boolean {
  const read = new Set<Document>();
  return (frame) => {
    for (const doc of read) if (!dom.isThere(doc)) read.delete(doc);
    if (read.has(frame)) return true;
    if (read.size >= MOST_FRAMES) return false;
    let depth = 0;
    for (let at: Window | null = dom.defaultView(frame); at && at !== top && depth <= FRAMES_DEEP; at = at.parent)
      depth++;
    if (depth > FRAMES_DEEP) return false;
    read.add(frame);
    return true;
  };
}
