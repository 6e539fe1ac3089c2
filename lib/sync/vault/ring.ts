/**
 * The ring: the vault keys of a reader. One of them seals, all of them open, and all lie wrapped under the passphrase in
 * one age file, whose plain text is an age identity file with the sealing key first. Keys are added, never dropped: what
 * was sealed once can be opened for ever.
 *
 *   create ──► [a]            under the first passphrase
 *   change ──► [b, a]         b seals from now on; under the new passphrase
 *   unlock     other device's [b, a] ∪ own [a] ──► [b, a]
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { KeyRow } from '../../database';
import { SyncError } from '../sync-error';
import { newIdentity, openAge, sealUnder } from './age';

/** Base-2 logarithm of scrypt's cost: what the age tool itself takes; about a second and 256 MB. */
const WORK_FACTOR = 18;
const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/;
const ANY_IDENTITY = /^AGE-[0-9A-Z-]+1[0-9A-Z]+$/;

/** Characters; below that, a stolen file is opened by trying. To be asked of the reader when a passphrase is set. */
export const SHORTEST_PASSPHRASE = 10;

export interface RingOptions {
  /** Smaller ones are for tests. */
  readonly workFactor?: number;
}

export async function createRing(passphrase: string, options: RingOptions = {}): Promise<KeyRow> {
  return wrap([await newIdentity()], passphrase, options);
}

/**
 * The keys out of other devices' ring files, together with those that are known here. One file that the passphrase opens
 * is enough: a device that has not heard of a new passphrase still offers its old file.
 * Throws SyncError `wrong-passphrase`, `damaged` when every file is, or `newer` when one holds keys of a later Backstory.
 */
export async function unlockRing(
  wrapped: readonly Uint8Array[],
  passphrase: string,
  ring: KeyRow | null,
  options: RingOptions = {},
): Promise<KeyRow> {
  const opened: { readonly file: Uint8Array; readonly identities: readonly string[] }[] = [];
  let wrong = false;
  for (const file of distinct(wrapped)) {
    try {
      const identities = await unwrap(file, passphrase);
      if (identities) opened.push({ file, identities });
      else wrong = true;
    } catch (error) {
      if (!(error instanceof SyncError) || error.code === 'newer') throw error;
    }
  }
  if (opened.length === 0) throw wrong ? new SyncError('wrong-passphrase') : new SyncError('damaged', 'keys');
  const lists = opened.map(({ identities }) => identities);
  if (ring) lists.push([ring.current, ...ring.identities.filter((identity) => identity !== ring.current)]);
  const union = unite(lists);
  // Wrapping costs as much as opening, and equal files on all devices are opened once.
  const same = opened.find(({ identities }) => identities.length === union.length && identities[0] === union[0]);
  return same ? ringOf([...same.identities], same.file) : wrap(union, passphrase, options);
}

/**
 * A new key seals from now on, so that who knows the old passphrase and an old ring file reads nothing new.
 * @param from the old passphrase, where it shall be asked for; throws SyncError `wrong-passphrase`
 */
export async function changePassphrase(
  ring: KeyRow,
  { from, to }: { readonly from?: string; readonly to: string },
  options: RingOptions = {},
): Promise<KeyRow> {
  if (from !== undefined && !(await unwrap(ring.wrapped, from))) throw new SyncError('wrong-passphrase');
  return wrap([await newIdentity(), ...ring.identities], to, options);
}

/**
 * Names the sealing key (or that there is none) for this device's own records: what was sealed under another name is to
 * be written anew. Made of the secret: it must not leave the device.
 */
export function keyId(ring: KeyRow | null): string {
  if (!ring) return 'plain';
  return bytesToHex(sha256(new TextEncoder().encode(`backstory key ${ring.current}`))).slice(0, 32);
}

async function wrap(identities: readonly string[], passphrase: string, options: RingOptions): Promise<KeyRow> {
  if (passphrase === '') throw new RangeError('a passphrase has characters');
  const file = await sealUnder(typed(passphrase), options.workFactor ?? WORK_FACTOR, `${identities.join('\n')}\n`);
  return ringOf([...identities], file);
}

/** Null: another passphrase. Throws SyncError `damaged` or `newer`. */
async function unwrap(file: Uint8Array, passphrase: string): Promise<readonly string[] | null> {
  const plain = await openAge(file, { passphrase: typed(passphrase) });
  if (!plain) return null;
  const lines = new TextDecoder().decode(plain).split('\n');
  const identities = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const strange = identities.find((line) => !IDENTITY.test(line));
  // A kind of key that age has and this Backstory does not know yet.
  if (strange !== undefined && ANY_IDENTITY.test(strange)) throw new SyncError('newer', 'keys');
  if (identities.length === 0 || strange !== undefined) throw new SyncError('damaged', 'keys');
  return identities;
}

function ringOf(identities: string[], wrapped: Uint8Array): KeyRow {
  return { id: 'ring', identities, current: identities[0] ?? '', wrapped };
}

/** Two keyboards may write one accent in two ways; age takes bytes. */
const typed = (passphrase: string) => passphrase.normalize('NFC');

/**
 * All keys, the one that seals first: one that no list knows as a former one. Where two devices set a passphrase unknown
 * to one another, there are two; the choice is the same on every device.
 */
function unite(lists: readonly (readonly string[])[]): string[] {
  const former = new Set(lists.flatMap((list) => list.slice(1)));
  const firsts = lists.map(([first = '']) => first);
  const living = firsts.filter((first) => !former.has(first));
  const current = (living.length > 0 ? living : firsts).toSorted()[0] ?? '';
  return [...new Set([current, ...lists.flat()])];
}

function distinct(files: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(files.map((file) => [bytesToHex(sha256(file)), file])).values()];
}
