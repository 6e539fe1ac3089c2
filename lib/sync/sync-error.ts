import type { SyncTrouble } from './types';

/** Why an exchange with a remote failed. `detail` is for the curious: a status, a file name. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  constructor(
    readonly code: SyncTrouble,
    readonly detail = '',
    options?: ErrorOptions,
    /** Did the exchange finish everything else before it threw? */
    readonly allElseDone = false,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
  }
}
