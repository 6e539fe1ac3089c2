import * as Y from 'yjs';
import { DamagedUpdateError } from './damaged-update';
import { decodeBounded } from './refuse-too-large';

/**
 * Does the document `whole` contain all edits of `part`, deletions included? Equal documents can be encoded in many
 * ways, so bytes cannot tell. @throws DamagedUpdateError
 */
export function holdsAll(whole: Uint8Array, part: Uint8Array): boolean {
  try {
    decodeBounded(whole, null);
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, whole);
    return Y.snapshotContainsUpdate(Y.snapshot(doc), part);
  } catch (cause) {
    throw cause instanceof DamagedUpdateError ? cause : new DamagedUpdateError(null, { cause });
  }
}
