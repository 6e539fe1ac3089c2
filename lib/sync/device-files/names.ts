/**
 * File names on a file-based remote: `<device>-<kind><seq base 36>-<hash>.<ending>`. Without any key they tell who
 * wrote a file, in which order, and whether it is whole, but nothing of its content.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { SyncError } from '../sync-error';
import type { Protection } from '../types';

/** `segment`: documents and a report; `keyring`: the vault's keys under the passphrase. */
export type FileKind = 'segment' | 'keyring';

export interface FileName {
  readonly name: string;
  /** 16 hex digits. */
  readonly device: string;
  readonly kind: FileKind;
  /** Increases with each file of a device. */
  readonly seq: number;
  /** The first 16 hex digits of the SHA-256 of the whole file. */
  readonly hash: string;
  readonly protection: Protection;
}

const LETTERS: Readonly<Record<FileKind, string>> = { segment: 's', keyring: 'k' };
/** Plain files are gzip but not named so: Apache may serve `.gz` unpacked. */
const ENDINGS: Readonly<Record<Protection, string>> = { plain: 'dat', sealed: 'age' };
const NAME = /^([0-9a-f]{16})-([a-z])([0-9a-z]{1,10})-([0-9a-f]{16})\.([a-z]{2,3})$/;

/** Larger numbers are invalid: with one more digit a name would not parse. */
export const NUMBERS_END = 36 ** 9;

/** 64 bits: no accident makes a torn file look whole. */
export function hashOf(cargo: Uint8Array): string {
  return bytesToHex(sha256(cargo)).slice(0, 16);
}

export function composeName(
  device: string,
  kind: FileKind,
  seq: number,
  cargo: Uint8Array,
  protection: Protection,
): string {
  return `${device}-${LETTERS[kind]}${seq.toString(36)}-${hashOf(cargo)}.${ENDINGS[protection]}`;
}

/**
 * Null: not one of our files (a sync client's copy, a server's own upload); it is left alone. Throws SyncError `newer`
 * for a kind that only a later Backstory can have written.
 */
export function parseName(name: string): FileName | null {
  const [, device, letter, seq, hash, ending] = NAME.exec(name) ?? [];
  if (!device || !letter || !seq || !hash || !ending) return null;
  const kind = (Object.keys(LETTERS) as FileKind[]).find((each) => LETTERS[each] === letter);
  const protection = (Object.keys(ENDINGS) as Protection[]).find((each) => ENDINGS[each] === ending);
  if (!kind || !protection) throw new SyncError('newer', name);
  return { name, device, kind, seq: Number.parseInt(seq, 36), hash, protection };
}

/** Like `parseName`, but null for files of a later Backstory. */
export const parseKnownName = (name: string): FileName | null => (isNewer(name) ? null : parseName(name));

/** Has the file a name that only a later Backstory can give? */
export function isNewer(name: string): boolean {
  try {
    parseName(name);
    return false;
  } catch (error) {
    if (error instanceof SyncError) return true;
    throw error;
  }
}
