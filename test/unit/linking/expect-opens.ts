/** What several short stories open, held against one answer; a failure shows which of them is wrong. */
import { expect } from 'vitest';
import type { Pack } from '../../../lib/pack';
import { keyIn } from './gold-story';

interface ExpectOpens {
  readonly nothing: (...stories: readonly string[]) => void;
  /** `handle`: of the tables. */
  readonly card: (handle: string, ...stories: readonly string[]) => void;
}

/** @param opens the key of what the words in brackets open */
export function expectOpens(pack: Pack, opens: (story: string) => string | null): ExpectOpens {
  const all = (stories: readonly string[], meant: string | null): void =>
    expect(stories.map((story) => [story, opens(story)])).toEqual(stories.map((story) => [story, meant]));
  return {
    nothing: (...stories) => all(stories, null),
    card: (handle, ...stories) => all(stories, keyIn(pack, handle)),
  };
}
