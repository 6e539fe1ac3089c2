import type { BackstoryDatabase, DocId, RemoteId } from '../../database';

export interface StoreParts {
  readonly database: BackstoryDatabase;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A random uint32: the Yjs client of one action. */
  readonly session: () => number;
  /** After each commit; `from`: the remote that brought the news. */
  readonly committed?: (docs: readonly DocId[], from: RemoteId | null) => void;
}
