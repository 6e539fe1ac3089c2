import type { EntityKey } from '../../facts';
import { markKey } from '../mark/marks';
import type { Block, Mention, StoryMemory } from '../types';

/** A mention whose text the page no longer has. */
export interface GoneMention extends Pick<Mention, 'entity' | 'marked'>, Pick<Block, 'role' | 'section'> {}

/**
 * The visit's memory as if `gone` had not been read. Otherwise the replacing text would find its names already marked,
 * and each edit would count the same names again. Stems stay: which block taught them is not recorded, and they are
 * only hints.
 */
export function forgetMentions(memory: StoryMemory, gone: readonly GoneMention[]): StoryMemory {
  const fewer = new Map<EntityKey, number>();
  const unmarked = new Set<string>();
  for (const one of gone) {
    const { entity, marked } = one;
    fewer.set(entity, (fewer.get(entity) ?? 0) + 1);
    if (marked) unmarked.add(markKey(entity, one));
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
