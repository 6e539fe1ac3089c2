/**
 * One Yjs document: a note, or the settings that travel.
 *
 * Invariant: nothing ever typed into `text` is garbage-collected, so that each removed passage stays readable on every
 * device; overwritten map values are collected, or each minute of writing would leave a trace.
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
 * `session` is the Yjs client of all edits until it is closed. Never one per device: a device with a restored database
 * would reuse clock numbers. If the document already has this client, Yjs picks a random one.
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

/** @throws DamagedUpdateError (including NoteTooLargeError); the open document is then unusable. */
export function applyUpdate({ doc }: OpenDocument, update: Uint8Array, id: DocId | null = null): void {
  try {
    // Yjs accepts it, but can then no longer open the document.
    if (decodeBounded(update, id).structs.some(({ length }) => !(length > 0))) throw new Error('an empty struct');
    take(doc, update);
  } catch (cause) {
    throw cause instanceof DamagedUpdateError ? cause : new DamagedUpdateError(id, { cause });
  }
}

/**
 * Yjs tries once to place what has been waiting, and not again after that has made room for more: two valid halves
 * would give a document that opens as a different one.
 */
function take(doc: Y.Doc, update: Uint8Array): void {
  Y.applyUpdate(doc, update);
  for (let before = -1; isWaiting({ doc }) && placed(doc) > before; ) {
    before = placed(doc);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(doc));
  }
}

/** How much has been placed, over all sessions. */
const placed = ({ store }: Y.Doc): number =>
  [...store.clients.keys()].reduce((sum, client) => sum + Y.getState(store, client), 0);

/** Does it hold updates it cannot place, because an earlier one is missing? They are part of its state. */
export function isWaiting({ doc }: Pick<OpenDocument, 'doc'>): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** Drops what it cannot place: it contradicts what has come since. */
export function forgetWaiting({ doc }: OpenDocument): void {
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
}

/** Has the session written anything yet? */
export function hasWritten({ doc }: OpenDocument): boolean {
  return Y.getState(doc.store, doc.clientID) > 0;
}
