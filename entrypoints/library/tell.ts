/** What has to be said on whatever place the reader is: the last thing done with its way back, or that it failed. */
import type { MessageKey } from '../../components/kit';
import type { EditorSession } from '../../lib/notes';

export interface DoneLine {
  readonly line: readonly [key: MessageKey, ...substitutions: readonly string[]];
  readonly back: () => Promise<unknown>;
}

export interface Tell {
  /** Waits for the work; offers the way back once it is done, or says that it failed. */
  readonly after: (work: Promise<unknown>, done: DoneLine | null) => void;
  /** An editor was left, perhaps before all its words were stored: that is said until they are. */
  readonly left: (name: string, session: EditorSession) => void;
}
