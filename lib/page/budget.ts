import * as dom from './dom';
import type { MappedBlock } from './text-block';

/**
 * What a visit reads of a page at most. A page can grow without end, or be moved about while it is read; the story ends
 * for us where the budget does.
 */
export interface Budget {
  /** See `costOf`. */
  readonly text: number;
  readonly nodes: number;
  readonly depth: number;
  readonly mayRead: (frame: Document) => boolean;
}

/** Characters of all blocks held at a time: three times the longest page that we know of. */
export const MOST_TEXT = 5_000_000;
/** Nodes gone through in one walk. */
export const MOST_NODES = 2_000_000;
/** Levels below where a walk starts. Parsers stop at 512; deeper ones are made by scripts. */
export const MOST_DEPTH = 1_000;
/** Same-origin frames read at a time, and how many of them within one another. */
export const MOST_FRAMES = 20;
export const FRAMES_DEEP = 4;
/** A block of one word costs memory, too. */
const BLOCK_COST = 40;

export const costOf = (blocks: readonly Pick<MappedBlock, 'text'>[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length + BLOCK_COST, 0);

/** Says of each frame of the page `top` whether it is read; a frame that has gone makes room for another. */
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
