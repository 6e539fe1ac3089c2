import type { EntityKey } from '../../facts';
import type { Chosen } from '../around/scene';
import type { Shelf } from '../known/shelf';
import type { StoryMemory } from '../types';

/** Bounds what a visit remembers, so that an endless page costs no more than a long one. */
const MOST_ENTITIES = 2_000;
const MOST_FORMS = 6;
const MOST_STEMS = 2_000;
const MOST_MARKS = 4_000;

export function remember(
  earlier: StoryMemory | null,
  chosen: readonly Chosen[],
  stems: Iterable<number>,
  marked: readonly string[],
  shelf: Shelf,
): StoryMemory {
  const named = new Map<EntityKey, { readonly forms: string[]; count: number }>();
  for (const [key, { forms, count }] of Object.entries(earlier?.named ?? {}))
    named.set(key, { forms: [...forms], count });
  for (const { ref, option, span } of chosen) {
    const { key } = shelf.entity(ref);
    let one = named.get(key);
    if (one === undefined) {
      if (named.size >= MOST_ENTITIES) continue;
      one = { forms: [], count: 0 };
      named.set(key, one);
    }
    one.count += 1;
    const { forms } = one;
    if (option.use === 'name' && forms.length < MOST_FORMS && !forms.includes(span.surface)) forms.push(span.surface);
  }
  return {
    named: Object.fromEntries(named),
    stems: [...stems].slice(0, MOST_STEMS),
    marked: marked.slice(0, MOST_MARKS),
  };
}
