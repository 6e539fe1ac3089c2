import type { SyncTrouble } from './types';

/** Why an exchange with a remote did not come to its end. `detail` is for the curious: a status, a file's name. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  constructor(
    readonly code: SyncTrouble,
    readonly detail = '',
    options?: ErrorOptions,
    /** Did the exchange do everything else before it told of this? */
    readonly allElseDone = false,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
  }
}
