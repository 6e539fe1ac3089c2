/** What a WebDAV server's HTTP status means for sync. */
import type { SyncTrouble } from '../types';

const TROUBLES: Readonly<Record<number, SyncTrouble>> = {
  401: 'credentials',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'precondition',
  423: 'locked-file',
  507: 'full',
};

export function troubleOfStatus(status: number): SyncTrouble {
  return TROUBLES[status] ?? 'server';
}
