/**
 * Sync over a flat folder of files (WebDAV, a local folder): each device writes its own files and reads everyone's; no
 * file is ever overwritten. One exchange:
 *
 *   [looked recently: deliver, read back, settle ► end]
 *   look ► read new files ► merge ► [first run: end] ► own files there? ► keyring ► deliver, read back, settle
 *        ► report ► join, renew, remove ► end
 *
 * It may die anywhere: after each arrow the next run can go on. Nothing is removed from the folder before its content
 * was read back from another file.
 */
import type { Remote } from '../exchange';
import { SyncError } from '../sync-error';
import type { FileStore, Protection, Vault } from '../types';
import { keyId } from '../vault';
import { audit } from './audit';
import { createBudget, type VisitBudget } from './budget';
import { type AnyVisit, beginVisit, ownFiles } from './folder-visit';
import { readKeyrings, removeOldKeyrings, writeKeyring } from './keyring';
import { hashOf } from './names';
import { pull } from './pull';
import { push } from './push';
import { tidy } from './tidy';

export function deviceFiles<P extends Protection>(
  store: FileStore<P>,
  vault: Vault<P>,
  newBudget: () => VisitBudget = createBudget,
): Remote {
  return {
    async exchange(context) {
      const visit = await beginVisit(store, vault, context, newBudget());
      if (context.hasLooked && (await mayDeliverUnseen(visit))) {
        await push(visit);
        await visit.keep();
        return 'delivered';
      }
      await pull(visit);
      await context.remember({ held: [...visit.held.values()], heldMore: visit.heldMore.size });
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
      const [tooLarge] = visit.tooLarge;
      if (tooLarge !== undefined) throw new SyncError('too-large', tooLarge, {}, true);
      const [newer] = visit.newer;
      if (newer !== undefined) throw new SyncError('newer', newer, {}, true);
      if (visit.postponed.size > 0) throw new SyncError('too-much', String(visit.postponed.size), {}, true);
      return visit.memory.stale.length > 0 ? 'looked' : 'all';
    },
    keyrings: (signal) => readKeyrings(store, signal),
  };
}

/**
 * A small edit is one more file, whatever else is there: it is written and read back without a listing, which is
 * several times as large. Only if sealed: a device that does not know of the passphrase must look before it writes.
 */
async function mayDeliverUnseen(visit: AnyVisit): Promise<boolean> {
  const { ring, memory, ledger, remote } = visit;
  if (!ring || memory.seal !== keyId(ring) || memory.stale.length > 0) return false;
  if (ownFiles(visit, 'keyring').length === 0) return false;
  return (await ledger.backlog(remote.id)).count > 0;
}

/**
 * Stops before any write if other devices could not open what this one would add. With no key there but ours, a file
 * that does not open is just damaged: anyone can put it there.
 */
function refuseIfLocked(visit: AnyVisit): void {
  const { ring, there, locked, unreadable } = visit;
  const [first] = locked;
  const own = ring && hashOf(ring.wrapped);
  const strange = [...there.values()].find(({ kind, hash }) => kind === 'keyring' && hash !== own);
  if (first !== undefined && (!ring || strange)) throw new SyncError('locked', first);
  if (strange && !ring) throw new SyncError('locked', strange.name);
  for (const name of locked) unreadable.add(name);
}
