/**
 * Does what was delivered to a remote lie anywhere but on this device? The browser says yes to whatever its account is
 * given, also where nobody has signed in: only what another device left there shows that it travels.
 */
import type { RemoteRow } from '../../lib/database';
import { ACCOUNT } from '../../lib/remote-kinds';
import { readMemory } from '../../lib/sync';

export const keepsNotes = (row: RemoteRow): boolean => row.id !== ACCOUNT || readMemory(row).devices.length > 0;
