import type { Clues, StoryDay } from '../dating';
import { askTwice } from './ask-twice';
import { dayClues } from './day-clues';

export interface DayQuestion {
  /** The day of the story as it is now; what was known before where nobody answers. */
  now(known: StoryDay): Promise<StoryDay>;
  /** The next answer is to be a fresh one. */
  forget(): void;
}

/** Asks the background for the day of the story, and only when the page says other things than before. */
export function askDay(top: Window, ask: (clues: Clues) => Promise<StoryDay>, signal: AbortSignal): DayQuestion {
  let last: { readonly said: string; readonly day: StoryDay } | null = null;
  return {
    async now(known) {
      const clues = dayClues(top.document, top.location.href);
      const said = JSON.stringify(clues);
      if (last?.said !== said) {
        const day = await askTwice(() => ask(clues), signal).catch(() => null);
        signal.throwIfAborted();
        if (day) last = { said, day };
      }
      return last?.day ?? known;
    },
    forget() {
      last = null;
    },
  };
}
