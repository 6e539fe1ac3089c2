import type { EntityKey } from '../facts';
import type { Chosen } from './scene';
import type { Shelf } from './shelf';
import type { StoryMemory } from './types';

/** Bounds of what a visit remembers, so that a page without end costs no more than a long one. */
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
  const named = new Map<EntityKey, { forms: readonly string[]; count: number }>(Object.entries(earlier?.named ?? {}));
  for (const { ref, option, span } of chosen) {
    const { key } = shelf.entity(ref);
    const known = named.get(key);
    if (!known && named.size >= MOST_ENTITIES) continue;
    const forms = known?.forms ?? [];
    const fresh = option.use === 'name' && forms.length < MOST_FORMS && !forms.includes(span.surface);
    named.set(key, { forms: fresh ? [...forms, span.surface] : forms, count: (known?.count ?? 0) + 1 });
  }
  return {
    named: Object.fromEntries(named),
    stems: [...stems].slice(0, MOST_STEMS),
    marked: marked.slice(0, MOST_MARKS),
  };
}
