/**
 * The ring: a reader's vault keys. One of them seals, all of them open. They are wrapped under the passphrase in one
 * age file, whose plain text is an age identity file with the sealing key first. Keys are added, never dropped: what
 * was once sealed can always be opened.
 *
 * The keys alone decide which one seals: the one that the most passphrases preceded. Devices with the same keys thus
 * seal with the same one, in whatever order they got them; otherwise each would reseal the other's files.
 *
 *   create ──► [a]            under the first passphrase
 *   change ──► [b, a]         b seals from now on; under the new passphrase
 *   unlock     other device's [b, a] ∪ own [a] ──► [b, a]
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { KeyRow } from '../../database';
import { SyncError } from '../sync-error';
import { newIdentity, WORK_FACTOR } from './age';
import { type PassphraseWork, passphraseWork } from './passphrase-work';

/**
 * Ring files to try. Devices that know each other share one file; any other costs a second of work, and anyone with
 * write access can add a thousand.
 */
export const MOST_RINGS = 16;

const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/;
const ANY_IDENTITY = /^AGE-[0-9A-Z-]+1[0-9A-Z]+$/;

/** Characters; a shorter one could be guessed from a stolen file. Checked when the reader sets a passphrase. */
export const SHORTEST_PASSPHRASE = 10;

/** Steps that take a second or more: trying a file, or wrapping the keys. */
export type RingStep = { readonly step: 'open'; readonly at: number; readonly of: number } | { readonly step: 'seal' };

export interface RingOptions {
  /** Lower in tests. */
  readonly workFactor?: number;
  readonly work?: PassphraseWork;
  /** Called as each step begins. */
  readonly told?: (step: RingStep) => void;
}

export async function createRing(passphrase: string, options: RingOptions = {}): Promise<KeyRow> {
  return wrap([{ identity: await newIdentity(), born: 0 }], passphrase, options);
}

/**
 * Merges the keys of other devices' ring files with those known here. One file that the passphrase opens is enough: a
 * device that does not know of a new passphrase still offers its old file. Throws SyncError `wrong-passphrase`,
 * `damaged` if every file is, `too-much` if no file tried was the right one and there are more, or `newer` if all that
 * opens has keys of a later Backstory.
 */
export async function unlockRing(
  wrapped: readonly Uint8Array[],
  passphrase: string,
  ring: KeyRow | null,
  options: RingOptions = {},
): Promise<KeyRow> {
  const opened: { readonly file: Uint8Array; readonly keys: readonly Key[] }[] = [];
  let wrong = false;
  let newer: SyncError | null = null;
  const files = distinct(wrapped);
  const tried = files.slice(0, MOST_RINGS);
  for (const [before, file] of tried.entries()) {
    options.told?.({ step: 'open', at: before + 1, of: tried.length });
    try {
      const keys = await unwrap(file, passphrase, options);
      if (keys) opened.push({ file, keys });
      else wrong = true;
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.code === 'newer') newer = error;
    }
  }
  if (opened.length === 0) {
    if (newer) throw newer;
    if (files.length > MOST_RINGS) throw new SyncError('too-much', 'keys');
    throw wrong ? new SyncError('wrong-passphrase') : new SyncError('damaged', 'keys');
  }
  const union = unite([...opened.map(({ keys }) => keys), ...(ring ? [keysOf(ring)] : [])]);
  // Wrapping is as slow as opening, and if all devices have the same file it is opened only once.
  const same = opened.find(({ keys }) => keys.length === union.length && keys[0]?.identity === union[0]?.identity);
  return same ? ringOf(union, same.file) : wrap(union, passphrase, options);
}

/**
 * A new key seals from now on, so that the old passphrase with an old ring file reveals nothing new.
 * @param from the old passphrase, if it is to be checked; throws SyncError `wrong-passphrase`
 */
export async function changePassphrase(
  ring: KeyRow,
  { from, to }: { readonly from?: string; readonly to: string },
  options: RingOptions = {},
): Promise<KeyRow> {
  if (from !== undefined && !(await unwrap(ring.wrapped, from, options))) throw new SyncError('wrong-passphrase');
  const keys = unite([keysOf(ring)]);
  return wrap([{ identity: await newIdentity(), born: (keys[0]?.born ?? 0) + 1 }, ...keys], to, options);
}

/**
 * Names the sealing key (or its absence) in this device's own records: whatever was sealed under another name must be
 * written again. Derived from the secret: it must not leave the device.
 */
export function keyId(ring: KeyRow | null): string {
  if (!ring) return 'plain';
  return bytesToHex(sha256(new TextEncoder().encode(`backstory key ${ring.current}`))).slice(0, 32);
}

interface Key {
  readonly identity: string;
  /** How many passphrases preceded it. */
  readonly born: number;
}

async function wrap(keys: readonly Key[], passphrase: string, options: RingOptions): Promise<KeyRow> {
  if (passphrase === '') throw new RangeError('the passphrase is empty');
  const lines = keys.map(({ identity, born }) => `# ${born}\n${identity}\n`);
  const { work = passphraseWork, workFactor = WORK_FACTOR } = options;
  options.told?.({ step: 'seal' });
  const file = await work.seal(typed(passphrase), workFactor, lines.join(''));
  return ringOf(keys, file);
}

/** Null: wrong passphrase. Throws SyncError `damaged` or `newer`. */
async function unwrap(
  file: Uint8Array,
  passphrase: string,
  { work = passphraseWork }: RingOptions,
): Promise<readonly Key[] | null> {
  const plain = await work.open(typed(passphrase), file);
  if (!plain) return null;
  const lines = new TextDecoder()
    .decode(plain)
    .split('\n')
    .map((line) => line.trim());
  const born: Record<string, number> = {};
  lines.forEach((line, at) => {
    const told = /^# (\d{1,6})$/.exec(lines[at - 1] ?? '')?.[1];
    if (told !== undefined) born[line] = Number(told);
  });
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const strange = identities.find((line) => !IDENTITY.test(line));
  // A kind of age key that this Backstory does not know yet.
  if (strange !== undefined && ANY_IDENTITY.test(strange)) throw new SyncError('newer', 'keys');
  if (identities.length === 0 || strange !== undefined) throw new SyncError('damaged', 'keys');
  return withBirths(identities, born);
}

function ringOf(keys: readonly Key[], wrapped: Uint8Array): KeyRow {
  const identities = keys.map(({ identity }) => identity);
  const born = Object.fromEntries(keys.map(({ identity, born }) => [identity, born]));
  return { id: 'ring', identities, current: identities[0] ?? '', born, wrapped };
}

function keysOf({ identities, current, born }: KeyRow): readonly Key[] {
  return withBirths([current, ...identities.filter((identity) => identity !== current)], born ?? {});
}

/** Without recorded births the list's order decides: the newest is first. */
function withBirths(identities: readonly string[], born: Readonly<Record<string, number>>): Key[] {
  return identities.map((identity, at) => ({ identity, born: born[identity] ?? identities.length - 1 - at }));
}

/** Keyboards may encode the same accent in two ways; age takes bytes. */
const typed = (passphrase: string) => passphrase.normalize('NFC');

/** All keys, the sealing one first. If two devices set a passphrase independently, two keys are equally young. */
function unite(lists: readonly (readonly Key[])[]): Key[] {
  const born = new Map<string, number>();
  for (const key of lists.flat()) born.set(key.identity, Math.max(key.born, born.get(key.identity) ?? 0));
  return [...born]
    .map(([identity, born]): Key => ({ identity, born }))
    .toSorted((a, b) => b.born - a.born || (a.identity < b.identity ? -1 : 1));
}

function distinct(files: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(files.map((file) => [bytesToHex(sha256(file)), file])).values()];
}
