import type { EntityKey, NamedEntity } from '../facts';
import type { LinkedStory, Story } from './types';

/** A part of a story as a page asks about it. */
export interface ScanStory extends Omit<Story, 'memory'> {
  /** By `memoryToText`; null at the first part. */
  readonly memory: string | null;
}

/** What is found in a story, with all that a page has to know of it. */
export interface ScanAnswer extends Omit<LinkedStory, 'memory'> {
  readonly memory: string;
  /** Every entity mentioned, but those that the story's memory names: they were told before. */
  readonly entities: Readonly<Record<EntityKey, NamedEntity>>;
}
