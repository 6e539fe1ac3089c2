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
import { hashOf } from './names';
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
        await visit.keep();
        await tidy(visit, torn, keyring);
        await removeOldKeyrings(visit, keyring);
      }
      await visit.keep();
      const [damaged] = visit.unreadable;
      if (damaged !== undefined) throw new SyncError('damaged', damaged, {}, true);
      const [withheld] = visit.withheld;
      if (withheld !== undefined) throw new SyncError('withheld', withheld, {}, true);
    },
    keyrings: (signal) => readKeyrings(store, signal),
  };
}

/**
 * Before anything is written: what this device would add, the others would have to open with another key. A file that
 * nobody's keys open, for there are none but ours, is a damaged one: anybody can put it there.
 */
function refuseIfLocked(visit: AnyVisit): void {
  const { ring, there, locked, unreadable } = visit;
  const [first] = locked;
  const strange = [...there.values()].find(
    ({ kind, hash }) => kind === 'keyring' && !(ring && hash === hashOf(ring.wrapped)),
  );
  if (first !== undefined && (!ring || strange)) throw new SyncError('locked', first);
  if (strange && !ring) throw new SyncError('locked', strange.name);
  for (const name of locked) unreadable.add(name);
}
