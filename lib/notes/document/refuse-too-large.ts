/** Anything larger than a note can be (`note-size.ts`) is refused before it is stored, or even decoded. */
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
 * Call before a change is stored. A change that shortens a note is always accepted: otherwise a note at its limit could
 * never get below it. @throws NoteTooLargeError. @param before the note's previous number of characters
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

/** Call before the note is read: there may be too many quotes and tags to even look at. @throws NoteTooLargeError */
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

/** Double, since it includes what was typed and removed before reaching the store. */
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

/** The update's pieces. @throws NoteTooLargeError, or whatever Yjs throws. */
export function decodeBounded(update: Uint8Array, id: DocId | null): ReturnType<typeof Y.decodeUpdate> {
  if (update.length > UPDATE_BYTES) throw new NoteTooLargeError(id);
  try {
    return Y.decodeUpdateV2(update, BoundedDecoder);
  } catch (cause) {
    throw cause instanceof TooManyPieces ? new NoteTooLargeError(id) : cause;
  }
}
