/** Base64url without padding: JSON escapes none of its characters, so the counted size is the stored size. */
import { fromBase64, toBase64 } from '../../bytes';
import { SyncError } from '../sync-error';

export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws SyncError `damaged`. */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) throw new SyncError('damaged');
  try {
    return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    throw new SyncError('damaged');
  }
}

/** The length of so many bytes in base64url. */
export function base64urlLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}
