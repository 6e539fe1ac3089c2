import type { EntityKey } from '../../facts';
import { markKey } from '../mark/marks';
import type { Block, Mention, StoryMemory } from '../types';

/** A block whose text gave way to another, with what had been found in it. */
export interface GoneBlock extends Pick<Block, 'role' | 'section'> {
  readonly mentions: readonly Mention[];
}

/**
 * The memory of a visit as if `gone` had not been read: else the text that came in their place would find its names
 * already marked, and each edit would count the same names once more. The stems stay: which block taught them is not
 * remembered, and they only ever hint.
 */
export function forgetBlocks(memory: StoryMemory, gone: readonly GoneBlock[]): StoryMemory {
  const fewer = new Map<EntityKey, number>();
  const unmarked = new Set<string>();
  for (const block of gone) {
    for (const { entity, marked } of block.mentions) {
      fewer.set(entity, (fewer.get(entity) ?? 0) + 1);
      if (marked) unmarked.add(markKey(entity, block));
    }
  }
  const named = Object.entries(memory.named).flatMap(([key, { forms, count }]) => {
    const left = count - (fewer.get(key) ?? 0);
    return left > 0 ? [[key, { forms, count: left }] as const] : [];
  });
  return {
    named: Object.fromEntries(named),
    stems: memory.stems,
    marked: memory.marked.filter((key) => !unmarked.has(key)),
  };
}
