/**
 * Messages between the library's page and the worker that stretches passphrases. Both are ours, and of the same build.
 */
import type { SyncTrouble } from '../../lib/sync';

export type ToPassphraseWorker = { readonly id: number; readonly passphrase: string } & (
  | { readonly task: 'seal'; readonly workFactor: number; readonly plain: string }
  | { readonly task: 'open'; readonly file: Uint8Array }
);

export type FromPassphraseWorker = { readonly id: number } & (
  | { readonly bytes: Uint8Array | null }
  | { readonly code: SyncTrouble; readonly detail: string }
);
