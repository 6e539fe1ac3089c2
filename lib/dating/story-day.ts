import type { Day } from '../time';

/** The day of a story as its page gives it, and as the reader has set it; each null where there is none. */
export interface StoryDay {
  readonly page: Day | null;
  readonly chosen: Day | null;
}
