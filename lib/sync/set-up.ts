/**
 * What the reader decides about sync, for the library page. Each function stores and returns; the page then asks the
 * background for a run, which does the reading, the first delivery or the rewriting under a new key.
 */
import type { KeyRow, RemoteId, RemoteRow } from '../database';
import type { SyncLedger } from '../notes';
import type { Remote } from './exchange';
import { kindOf } from './open-remote';
import { rowOf } from './run-remote';
import { SyncError } from './sync-error';
import type { HeldFile } from './types';
import { changePassphrase, createRing, type RingOptions, unlockRing } from './vault';

/** A remote that is new gets every note into its outbox; its first run reads only. */
export async function addRemote(
  ledger: SyncLedger,
  id: RemoteId,
  config: unknown,
  on: RemoteRow['on'] = 1,
): Promise<void> {
  await ledger.saveRemote({ id, config, on, joined: 0, lastSuccess: null, trouble: null, memory: null });
}

/**
 * Adds a place, or mends the remote that is that very place already: with another password or permission, and on again.
 * Two places are two remotes, however alike their names: else the first would silently get nothing any more.
 */
export async function addOrMend(
  ledger: SyncLedger,
  id: RemoteId,
  config: unknown,
  isSame: (row: RemoteRow) => boolean | Promise<boolean>,
): Promise<void> {
  for (const row of await ledger.remotes()) {
    if (kindOf(row.id) !== kindOf(id) || !(await isSame(row))) continue;
    await changeConfig(ledger, row.id, config);
    await switchRemote(ledger, row.id, true);
    return;
  }
  await addRemote(ledger, id, config);
}

/** Another password, another place in the folder picker: what is known of the files there is kept. */
async function changeConfig(ledger: SyncLedger, id: RemoteId, config: unknown): Promise<void> {
  await ledger.changeRemote(id, { config, trouble: null });
}

/** What changes while it is off waits in its outbox. */
export async function switchRemote(ledger: SyncLedger, id: RemoteId, on: boolean): Promise<void> {
  await ledger.changeRemote(id, { on: on ? 1 : 0, trouble: null });
}

/** Each is some hundred bytes; what was read or is gone needs none. */
const VERDICTS_KEPT = 300;

/** The reader has looked at what is held back there. The next run takes it in, or takes it away from the place. */
export async function judgeHeld(
  ledger: SyncLedger,
  remote: RemoteId,
  files: readonly Pick<HeldFile, 'name' | 'hash'>[],
  takeIn: boolean,
): Promise<void> {
  const verdicts = (await rowOf(ledger, remote))?.verdicts ?? [];
  const more = files.map(({ name, hash }) => ({ name, hash, takeIn }));
  await ledger.changeRemote(remote, { verdicts: [...verdicts, ...more].slice(-VERDICTS_KEPT) });
}

/** The part of `storage.local` that is used. */
export interface WishArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const ACCOUNT_OFF = 'account-off';

/**
 * The browser account is there from the start, on, and needs nothing. That the reader has switched it off is noted
 * beside the database as well: a browser that empties the one must not undo the other.
 */
export async function ensureAccount(ledger: SyncLedger, area: WishArea): Promise<void> {
  const wasOff = (await area.get(ACCOUNT_OFF))[ACCOUNT_OFF] === true;
  const row = await rowOf(ledger, 'account');
  if (!row) {
    await addRemote(ledger, 'account', null, wasOff ? 0 : 1);
  } else if (wasOff !== (row.on === 0)) {
    await area.set({ [ACCOUNT_OFF]: row.on === 0 });
  }
}

/**
 * From now on nothing leaves this device unsealed; the next run of each remote writes everything anew and removes what
 * lay there in plain. Throws SyncError `locked` when another device was first: then it is unlocking that is needed.
 */
export async function setPassphrase(
  ledger: SyncLedger,
  remotes: readonly Remote[],
  passphrase: string,
  signal: AbortSignal,
  options?: RingOptions,
): Promise<void> {
  if (await ledger.ring()) throw new SyncError('failed', 'there is a passphrase already');
  // Who is out of reach does not keep the reader from it: two passphrases set apart are brought together by unlocking.
  const there = await gatherKeyrings(remotes, signal).catch(() => []);
  signal.throwIfAborted();
  if (there.length > 0) throw new SyncError('locked');
  await saveRing(ledger, await createRing(passphrase, options));
}

/** Throws SyncError `wrong-passphrase` when `from` is not the old one. */
export async function replacePassphrase(
  ledger: SyncLedger,
  change: { readonly from?: string; readonly to: string },
  options?: RingOptions,
): Promise<void> {
  const ring = await ledger.ring();
  if (!ring) throw new SyncError('failed', 'there is no passphrase yet');
  await saveRing(ledger, await changePassphrase(ring, change, options));
}

/**
 * Another device set or changed the passphrase: its keys are taken from what it left on the remotes.
 * Throws SyncError `wrong-passphrase`, `not-found` when no remote holds any keys, or why no remote could be read.
 */
export async function unlock(
  ledger: SyncLedger,
  remotes: readonly Remote[],
  passphrase: string,
  signal: AbortSignal,
  options?: RingOptions,
): Promise<void> {
  const wrapped = await gatherKeyrings(remotes, signal);
  if (wrapped.length === 0) throw new SyncError('not-found', 'keys');
  await saveRing(ledger, await unlockRing(wrapped, passphrase, await ledger.ring(), options));
}

/** From all remotes that answer. Throws what the first one said if none does. */
async function gatherKeyrings(remotes: readonly Remote[], signal: AbortSignal): Promise<readonly Uint8Array[]> {
  const answers = await Promise.allSettled(remotes.map((remote) => remote.keyrings(signal)));
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const refused = answers.find((answer) => answer.status === 'rejected');
  if (found.length === 0 && refused) throw refused.reason;
  return found.flat();
}

/** The old trouble may have been the lack of these keys. */
async function saveRing(ledger: SyncLedger, ring: KeyRow): Promise<void> {
  await ledger.saveRing(ring);
  for (const row of await ledger.remotes()) await forgiveLock(ledger, row);
}

async function forgiveLock(ledger: SyncLedger, { id, trouble }: RemoteRow): Promise<void> {
  if (trouble?.code === 'locked' || trouble?.code === 'wrong-passphrase') {
    await ledger.changeRemote(id, { trouble: null });
  }
}
