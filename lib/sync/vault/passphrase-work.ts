/** The work for a passphrase: a second and 256 MB each time. Done in a web worker where a page would freeze. */
import { openAge, sealUnder } from './age';

export interface PassphraseWork {
  /** @param workFactor base-2 logarithm of scrypt's cost */
  seal(passphrase: string, workFactor: number, plain: string): Promise<Uint8Array>;
  /** Null: wrong passphrase. Throws SyncError `damaged`. */
  open(passphrase: string, file: Uint8Array): Promise<Uint8Array | null>;
}

export const passphraseWork: PassphraseWork = {
  seal: sealUnder,
  open: (passphrase, file) => openAge(file, { passphrase }),
};
