/**
 * The wrapped keys lie beside what they open, one file from each device, so that a new device needs nothing but the
 * passphrase – and a reader nothing but the `age` tool.
 */
import type { KeyRow } from '../../database';
import { SyncError } from '../sync-error';
import type { Cargo, FileStore, Protection } from '../types';
import { isSealed } from '../vault';
import { hashOf, parseName } from './names';
import { isOwn, nextSeq, removeFiles, settle, type Visit, writeChecked } from './visit';

/** Before the first file that it opens. */
export async function writeKeyring<P extends Protection>(visit: Visit<P>): Promise<void> {
  const cargo = visit.ring ? keyringCargo<P>(visit.ring) : null;
  if (!cargo || ownKeyrings(visit).some((file) => file.hash === hashOf(cargo) && file.bytes === cargo.length)) return;
  await settle(visit, [], [await writeChecked(visit, 'keyring', nextSeq(visit), cargo, [])], []);
}

/** After the last file that only they opened. */
export async function removeOldKeyrings(visit: Visit<Protection>): Promise<void> {
  if (!visit.ring) return;
  const hash = hashOf(visit.ring.wrapped);
  const old = ownKeyrings(visit).filter((file) => file.hash !== hash);
  await removeFiles(
    visit,
    old.map(({ name }) => name),
  );
}

export async function readKeyrings(store: FileStore<Protection>, signal: AbortSignal): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const { name } of await store.list(signal)) {
    const file = parseName(name);
    if (file?.kind !== 'keyring') continue;
    const wrapped = await store.read(name, signal);
    if (wrapped && hashOf(wrapped) === file.hash) found.push(wrapped);
  }
  return found;
}

function ownKeyrings(visit: Visit<Protection>) {
  return [...visit.there.values()].filter((file) => file.kind === 'keyring' && isOwn(visit, file));
}

/** Sealed by the passphrase itself, and so the only cargo that no vault closes. */
function keyringCargo<P extends Protection>({ wrapped }: KeyRow): Cargo<P> {
  if (!isSealed(wrapped)) throw new SyncError('failed', 'keys that are not wrapped');
  return wrapped as Cargo<P>;
}
