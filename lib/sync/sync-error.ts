import type { SyncTrouble } from './types';

/** Why an exchange with a remote did not come to its end. `detail` is for the curious: a status, a file's name. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  constructor(
    readonly code: SyncTrouble,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
  }
}
