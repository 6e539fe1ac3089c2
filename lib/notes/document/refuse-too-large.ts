/** What is larger than a note can be (`note-size.ts`) is refused before it is stored, or even decoded. */
import * as Y from 'yjs';
import type { DocId } from '../types';
import type { NoteContent } from './content';
import { NoteTooLargeError } from './damaged-update';
import { NOTE_SIZE } from './note-size';
import type { OpenDocument } from './open-document';

export function charactersOf({
  name,
  text,
  tags,
  quotes,
}: Pick<NoteContent, 'name' | 'text' | 'tags' | 'quotes'>): number {
  const ofQuotes = quotes.reduce((sum, { text, title, url }) => sum + text.length + title.length + url.length, 0);
  return name.length + text.length + tags.reduce((sum, tag) => sum + tag.length, 0) + ofQuotes;
}

/**
 * To be called before a change is stored. One that makes a note shorter is always let through: else a note that has come
 * to its limit could never leave it. Throws NoteTooLargeError.
 * @param before characters that the note had
 */
export function refuseTooLarge(id: DocId, doc: Y.Doc, state: Uint8Array, content: NoteContent, before: number): void {
  const characters = charactersOf(content);
  if (characters < before) return;
  let pieces = 0;
  for (const structs of doc.store.clients.values()) pieces += structs.length;
  if (characters > NOTE_SIZE.characters || state.length > NOTE_SIZE.bytes || pieces > NOTE_SIZE.pieces) {
    throw new NoteTooLargeError(id);
  }
}

/** To be called before the note is read: quotes and tags may be too many to be even looked at. Throws NoteTooLargeError. */
export function refuseTooMany(
  id: DocId,
  { quotes, tags }: OpenDocument,
  before: Pick<NoteContent, 'tags' | 'quotes'> | undefined,
): void {
  const most = (limit: number, had: number | undefined) => Math.max(limit, had ?? 0);
  if (
    quotes.size > most(NOTE_SIZE.quotes, before?.quotes.length) ||
    tags.size > most(NOTE_SIZE.tags, before?.tags.length)
  ) {
    throw new NoteTooLargeError(id);
  }
}

/** Twice, since what was typed and taken out again on the way to the store is in it, too. */
const UPDATE_BYTES = 2 * NOTE_SIZE.bytes;

class TooManyPieces extends Error {}

/** Stops before more pieces are in memory than a note may have. */
class BoundedDecoder extends Y.UpdateDecoderV1 {
  private pieces = 0;

  override readInfo(): number {
    this.count();
    return super.readInfo();
  }

  override readDsClock(): number {
    this.count();
    return super.readDsClock();
  }

  private count(): void {
    if (++this.pieces > NOTE_SIZE.pieces) throw new TooManyPieces();
  }
}

/** The update's pieces. Throws NoteTooLargeError, or what Yjs throws. */
export function decodeBounded(update: Uint8Array, id: DocId | null): ReturnType<typeof Y.decodeUpdate> {
  if (update.length > UPDATE_BYTES) throw new NoteTooLargeError(id);
  try {
    return Y.decodeUpdateV2(update, BoundedDecoder);
  } catch (cause) {
    throw cause instanceof TooManyPieces ? new NoteTooLargeError(id) : cause;
  }
}
