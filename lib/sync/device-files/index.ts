/**
 * Sync over a flat folder of files (WebDAV, a local folder): each device writes files of its own and reads everybody's;
 * no file is ever written twice. One exchange:
 *
 *   look ► read what is unseen ► merge ► [first run: end] ► own files there? ► keyring ► deliver, read back, settle
 *        ► report ► join, renew, remove ► end
 *
 * It may die anywhere: each arrow leaves a state from which the next run goes on. Nothing is removed from the folder
 * before what it said has been read back from another file.
 */
import type { Remote } from '../exchange';
import { SyncError } from '../sync-error';
import type { FileStore, Protection, Vault } from '../types';
import { audit } from './audit';
import { readKeyrings, removeOldKeyrings, writeKeyring } from './keyring';
import { pull } from './pull';
import { push } from './push';
import { tidy } from './tidy';
import { type AnyVisit, beginVisit } from './visit';

export function deviceFiles<P extends Protection>(store: FileStore<P>, vault: Vault<P>): Remote {
  return {
    async exchange(context) {
      const visit = await beginVisit(store, vault, context);
      await pull(visit);
      refuseIfLocked(visit);
      if (!context.pullOnly) {
        const torn = await audit(visit);
        const keyring = await writeKeyring(visit);
        await push(visit);
        await tidy(visit, torn, keyring);
        await removeOldKeyrings(visit, keyring);
      }
      await visit.keep();
      const [damaged] = visit.unreadable;
      if (damaged !== undefined) throw new SyncError('damaged', damaged, {}, true);
      const [refused] = visit.refused;
      if (refused) throw new SyncError(refused[1], refused[0], {}, true);
    },
    keyrings: (signal) => readKeyrings(store, signal),
  };
}

/** Before anything is written: what this device would add, the others would have to open with another key. */
function refuseIfLocked(visit: AnyVisit): void {
  const [locked] = visit.locked;
  if (locked !== undefined) throw new SyncError('locked', locked);
  if (visit.ring) return;
  const keyring = [...visit.there.values()].find(({ kind }) => kind === 'keyring');
  if (keyring) throw new SyncError('locked', keyring.name);
}
