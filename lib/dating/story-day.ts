import type { Day } from '../time';

/** The day of a story according to its page, and as set by the reader; null where there is none. */
export interface StoryDay {
  readonly page: Day | null;
  readonly chosen: Day | null;
}
