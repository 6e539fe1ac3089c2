import type { Clues, StoryDay } from '../../dating';
import { dayClues } from '../recognise/day-clues';
import { askTwice } from './ask-twice';

export interface DayQuestion {
  /** The current day of the story; the known one if nobody answers. */
  now(known: StoryDay): Promise<StoryDay>;
  /** The next answer must be a fresh one. */
  forget(): void;
}

/** Asks the background for the story's day, but only if the page's clues have changed. */
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
