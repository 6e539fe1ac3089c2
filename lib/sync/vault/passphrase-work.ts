/** What a passphrase costs: a second and a quarter of a gigabyte each time. Where a page would freeze, a worker does it. */
import { openAge, sealUnder } from './age';

export interface PassphraseWork {
  /** @param workFactor base-2 logarithm of scrypt's cost */
  seal(passphrase: string, workFactor: number, plain: string): Promise<Uint8Array>;
  /** Null: another passphrase. Throws SyncError `damaged`. */
  open(passphrase: string, file: Uint8Array): Promise<Uint8Array | null>;
}

export const passphraseWork: PassphraseWork = {
  seal: sealUnder,
  open: (passphrase, file) => openAge(file, { passphrase }),
};
