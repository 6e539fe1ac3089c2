/**
 * Is what was delivered to a remote really stored outside this device? The browser accepts everything for its account,
 * even if nobody is signed in: only something from another device proves that it is synced.
 */
import type { RemoteRow } from '../../lib/database';
import { ACCOUNT } from '../../lib/remote-kinds';
import { readMemory } from '../../lib/sync';

export const keepsNotes = (row: RemoteRow): boolean => row.id !== ACCOUNT || readMemory(row).devices.length > 0;
