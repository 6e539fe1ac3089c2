/**
 * One Yjs document: a note, or the settings that travel.
 *
 * Invariant: nothing that was ever typed into `text` is collected, so that each removed passage stays readable on every
 * device; overwritten values of the maps are collected, or each minute of writing would leave its mark.
 */
import * as Y from 'yjs';
import type { DocId } from '../types';
import { DamagedUpdateError } from './damaged-update';
import { decodeBounded } from './refuse-too-large';

export interface OpenDocument {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  /** Key of a tag → label. */
  readonly tags: Y.Map<unknown>;
  /** Id → QuoteRow without its id. */
  readonly quotes: Y.Map<unknown>;
  /** name, kind, createdAt, changedAt, deletion. */
  readonly meta: Y.Map<unknown>;
  /** Only in the document `settings`. */
  readonly settings: Y.Map<unknown>;
}

export { DamagedUpdateError };

/**
 * `session` is the Yjs client of all edits until it is closed. Never one a device: a device whose old database was
 * restored would use clock numbers twice. One that the document knows already, Yjs replaces by a random one.
 */
export function openDocument(session: number, state: Uint8Array | null): OpenDocument {
  const doc: Y.Doc = new Y.Doc({ guid: '', gcFilter: (item) => item.parent !== text });
  doc.clientID = session;
  const text = doc.getText('text');
  const open = {
    doc,
    text,
    tags: doc.getMap('tags'),
    quotes: doc.getMap('quotes'),
    meta: doc.getMap('meta'),
    settings: doc.getMap('settings'),
  };
  if (state) take(doc, state);
  return open;
}

/** Throws DamagedUpdateError (NoteTooLargeError is one); the open document is useless then. */
export function applyUpdate({ doc }: OpenDocument, update: Uint8Array, id: DocId | null = null): void {
  try {
    // Yjs takes it and cannot open the document any more in which it stands.
    if (decodeBounded(update, id).structs.some(({ length }) => !(length > 0))) throw new Error('an empty struct');
    take(doc, update);
  } catch (cause) {
    throw cause instanceof DamagedUpdateError ? cause : new DamagedUpdateError(id, { cause });
  }
}

/**
 * Yjs looks once for a place for what has been waiting, and not again when that has made a place for more: two sound halves
 * would be a document that opens as another one.
 */
function take(doc: Y.Doc, update: Uint8Array): void {
  Y.applyUpdate(doc, update);
  for (let before = -1; isWaiting({ doc }) && placed(doc) > before; ) {
    before = placed(doc);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(doc));
  }
}

/** How much has its place, of all sessions together. */
const placed = ({ store }: Y.Doc): number =>
  [...store.clients.keys()].reduce((sum, client) => sum + Y.getState(store, client), 0);

/** Has it got news that it cannot place, since an earlier update is not here yet? They are part of its state. */
export function isWaiting({ doc }: Pick<OpenDocument, 'doc'>): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** Gives up what it cannot place: it contradicts what has come since. */
export function forgetWaiting({ doc }: OpenDocument): void {
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
}

/** Has the session written into it already? */
export function hasWritten({ doc }: OpenDocument): boolean {
  return Y.getState(doc.store, doc.clientID) > 0;
}
