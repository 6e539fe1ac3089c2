import type { EntityKey, NamedEntity } from '../facts';
import type { LinkedStory } from './types';

/** What is found in a story, with all that a page has to know of it. */
export interface ScanAnswer extends LinkedStory {
  /** Every entity mentioned, but those that the story's memory names: they were told before. */
  readonly entities: Readonly<Record<EntityKey, NamedEntity>>;
}
