/** What has to be said on whatever place the reader is: the last thing done with its way back, or that it failed. */
import type { MessageKey } from '../../components/kit';

export interface Done {
  readonly line: readonly [key: MessageKey, ...substitutions: readonly string[]];
  readonly back: () => Promise<unknown>;
}

export interface Tell {
  /** Waits for the work; offers the way back once it is done, or says that it failed. */
  readonly after: (work: Promise<unknown>, done: Done | null) => void;
}
