/**
 * What the reader decides about sync, for the library page. Each function stores the decision and returns; the page
 * then asks the background for a run, which reads, delivers or seals again under a new key.
 */
import type { KeyRow, RemoteId, RemoteRow } from '../database';
import type { SyncLedger } from '../notes';
import { remoteKindOf } from '../remote-kinds';
import { type Remote, readMemory } from './exchange';
import { addRemote, rowOf, switchRemote } from './remote-rows';
import { SyncError } from './sync-error';
import { type HeldFile, isLock } from './types';
import { changePassphrase, createRing, type RingOptions, unlockRing } from './vault';

/**
 * Adds a remote, or repairs the existing one for the same place: a new password or permission, and on again. Two places
 * are two remotes even if their names match; otherwise the first would silently stop getting anything.
 */
export async function addOrMend(
  ledger: SyncLedger,
  id: RemoteId,
  config: unknown,
  isSame: (row: RemoteRow) => boolean | Promise<boolean>,
): Promise<void> {
  for (const row of await ledger.remotes()) {
    if (remoteKindOf(row.id) !== remoteKindOf(id) || !(await isSame(row))) continue;
    await changeConfig(ledger, row, config);
    await switchRemote(ledger, row.id, true);
    return;
  }
  await addRemote(ledger, id, config);
}

/** A new password, or the folder picked again: keeps what is known of the files there, forgets old refusals. */
async function changeConfig(ledger: SyncLedger, row: RemoteRow, config: unknown): Promise<void> {
  const memory = row.memory === null ? null : { ...readMemory(row), tries: 0, refused: 0 };
  await ledger.changeRemote(row.id, { config, memory, trouble: null });
}

/** Each is some hundred bytes; files that were read or are gone need none. */
const VERDICTS_KEPT = 300;

/** The reader has decided on a held file. The next run takes it in or removes it from the remote. */
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

/**
 * From now on nothing leaves this device unsealed; each remote's next run writes everything again and removes the plain
 * files. Throws SyncError `locked` if another device was first: then the reader has to unlock instead.
 */
export async function setPassphrase(
  ledger: SyncLedger,
  remotes: readonly Remote[],
  passphrase: string,
  signal: AbortSignal,
  options?: RingOptions,
): Promise<void> {
  if (await ledger.ring()) throw new SyncError('failed', 'a passphrase is set already');
  // An unreachable remote does not prevent this: unlocking later merges passphrases that were set separately.
  const there = await gatherKeyrings(remotes, signal).catch(() => []);
  signal.throwIfAborted();
  if (there.length > 0) throw new SyncError('locked');
  await saveRing(ledger, await createRing(passphrase, options));
}

/** Throws SyncError `wrong-passphrase` if `from` is not the old one. */
export async function replacePassphrase(
  ledger: SyncLedger,
  change: { readonly from?: string; readonly to: string },
  options?: RingOptions,
): Promise<void> {
  const ring = await ledger.ring();
  if (!ring) throw new SyncError('failed', 'no passphrase is set yet');
  await saveRing(ledger, await changePassphrase(ring, change, options));
}

/**
 * Another device set or changed the passphrase: takes its keys from the remotes. Throws SyncError `wrong-passphrase`,
 * `not-found` if no remote has keys, or why no remote could be read.
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

/** From all remotes that answer. If none does, throws the first one's error. */
async function gatherKeyrings(remotes: readonly Remote[], signal: AbortSignal): Promise<readonly Uint8Array[]> {
  const answers = await Promise.allSettled(remotes.map((remote) => remote.keyrings(signal)));
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const refused = answers.find((answer) => answer.status === 'rejected');
  if (found.length === 0 && refused) throw refused.reason;
  return found.flat();
}

/** Missing these keys may have caused the old trouble. */
async function saveRing(ledger: SyncLedger, ring: KeyRow): Promise<void> {
  await ledger.saveRing(ring);
  for (const row of await ledger.remotes()) await forgiveLock(ledger, row);
}

async function forgiveLock(ledger: SyncLedger, row: RemoteRow): Promise<void> {
  const memory = readMemory(row);
  if (memory.locked) await ledger.changeRemote(row.id, { memory: { ...memory, locked: false } });
  if (row.trouble && isLock(row.trouble.code)) await ledger.changeRemote(row.id, { trouble: null });
}
