/**
 * The age file format, as far as the vault needs it: the only file that knows the library. We tell "no key fits" from
 * "damaged" by which identity was asked, not by error messages.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { SyncError } from '../sync-error';

/** Base-2 logarithm of scrypt's cost, as in the age tool: about a second and 256 MB. */
export const WORK_FACTOR = 18;
/** Ours have one recipient. Each further one costs a curve multiplication per key, and headers have no limit. */
const HEADER_BYTES = 1024;

export type Key = { readonly identities: readonly string[] } | { readonly passphrase: string };

const FIRST_LINE = new TextEncoder().encode('age-encryption.org/v1\n');

export function isSealed(bytes: Uint8Array): boolean {
  return bytes.length >= FIRST_LINE.length && FIRST_LINE.every((byte, i) => bytes[i] === byte);
}

export const newIdentity = generateX25519Identity;

/** Only the identity's owner can open it. */
export async function sealFor(identity: string): Promise<(plain: Uint8Array) => Promise<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  return (plain) => encrypter.encrypt(plain);
}

/** @param workFactor base-2 logarithm of scrypt's cost */
export function sealUnder(passphrase: string, workFactor: number, plain: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(plain);
}

/**
 * Limits what a file may cost before we know whether any key fits: anyone can put one there. Throws SyncError
 * `damaged`. The library itself accepts four times the work we ever ask for, which is a gigabyte.
 */
function refuseCostly(file: Uint8Array): void {
  const head = new TextDecoder('latin1').decode(file.subarray(0, HEADER_BYTES));
  const end = head.indexOf('\n--- ');
  if (end < 0) throw new SyncError('damaged', 'header');
  const factor = /^-> scrypt \S+ (\d+)$/m.exec(head.slice(0, end))?.[1];
  if (Number(factor ?? 0) > WORK_FACTOR) throw new SyncError('damaged', 'work factor');
}

/**
 * The plain text, or null if the file seems sound but no key fits. Throws SyncError `damaged`. A rotten bit exactly in
 * the wrapped key looks like another key; the hashes in file names catch that.
 */
export async function openAge(file: Uint8Array, key: Key): Promise<Uint8Array | null> {
  refuseCostly(file);
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  let noneFits = false;
  // Asked last, after all real ones have declined.
  decrypter.addIdentity({
    unwrapFileKey() {
      noneFits = true;
      return null;
    },
  });
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    if (noneFits) return null;
    throw new SyncError('damaged', '', { cause: error });
  }
}
