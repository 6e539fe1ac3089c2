/** What must be reported on any page of the library: the last action with its undo, or that it failed. */
import type { MessageKey } from '../../components/kit';
import type { EditorSession } from '../../lib/notes';

export interface DoneLine {
  readonly line: readonly [key: MessageKey, ...substitutions: readonly string[]];
  readonly back: () => Promise<unknown>;
}

export interface Tell {
  /** Waits for the work; then offers the undo, or reports the failure. */
  readonly after: (work: Promise<unknown>, done: DoneLine | null) => void;
  /** An editor was left, perhaps before all its words were stored: that is reported until they are. */
  readonly left: (name: string, session: EditorSession) => void;
}
