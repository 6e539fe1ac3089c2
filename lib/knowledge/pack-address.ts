/** What a reader typed as a pack's address, and as its SHA-256: `https://host/chess.pack#sha256=…`. */
import { InstallError } from './install-error';

export interface PackAddress {
  /** What is requested; the part after `#` never leaves the device. */
  readonly address: string;
  /** 64 lower-case hexadecimal digits; null if none was given. */
  readonly sha256: string | null;
}

/** Browsers trust connections within this machine as much as https. */
const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Also accepts the output of `sha256sum`: digits, blanks, file name. */
const DIGITS = /^(?:sha-?256\s*[:=-]\s*)?([0-9a-f]{64})(?:\s.*)?$/i;
const IN_ADDRESS = /(?:^|&)sha-?256[=:-]([^&]*)/i;

/** @throws InstallError */
export function readPackAddress(typed: string, checksum: string): PackAddress {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(withScheme)) throw new InstallError('bad-address', 'not a web address');
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new InstallError('bad-address', url.protocol);
  // Browsers refuse to fetch an address with a password in it.
  if (url.username !== '' || url.password !== '')
    throw new InstallError('bad-address', 'the address contains a password');
  if (url.protocol === 'http:' && !THIS_MACHINE.test(url.hostname)) throw new InstallError('not-secure', 'http');
  const named = IN_ADDRESS.exec(url.hash.slice(1))?.[1];
  const [beside, given] = [named === undefined ? null : readChecksum(named), readChecksum(checksum)];
  if (named === '') throw new InstallError('bad-checksum', 'nothing after #sha256=');
  if (beside !== null && given !== null && beside !== given)
    throw new InstallError('two-checksums', 'the address and the field give different ones');
  url.hash = '';
  return { address: url.href, sha256: given ?? beside };
}

/** @throws InstallError if it is neither empty nor a SHA-256. */
export function readChecksum(text: string): string | null {
  const given = text.trim();
  if (given === '') return null;
  const digits = DIGITS.exec(given)?.[1];
  if (digits === undefined) throw new InstallError('bad-checksum', 'not 64 hexadecimal digits');
  return digits.toLowerCase();
}
