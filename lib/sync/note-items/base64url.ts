/** Base64 whose signs mean nothing to JSON, so that what is counted is what is stored. No padding. */
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

/** Signs of base64url for so many bytes. */
export function base64urlLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}
