import type { EntityKey, EntityLabel } from '../facts';
import type { LinkedStory, Story } from './types';
import type { GoneMention } from './visit/forget-mentions';

/** A part of a story, as a page asks about it. */
export interface ScanStory extends Omit<Story, 'memory'> {
  /** From `memoryToText`; null for the first part. */
  readonly memory: string | null;
  /** What the page no longer has, and the memory is to forget. */
  readonly gone?: readonly GoneMention[] | undefined;
}

/** What was found in a story, with everything the page must know about it. */
export interface ScanAnswer extends Omit<LinkedStory, 'memory'> {
  readonly memory: string;
  /** Every entity mentioned, except those in the story's memory: the page has them already. */
  readonly entities: Readonly<Record<EntityKey, EntityLabel>>;
}
