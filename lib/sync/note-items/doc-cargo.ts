/** One document as the plain text of a cargo: its name (as JSON if need be), a line feed, the Yjs update; deflated. */
import { deflateSync } from 'fflate';
import type { DocId } from '../../database';
import { type DocUpdate, NOTE_SIZE } from '../../notes';
import { inflateBounded } from '../inflate-bounded';
import { SyncError } from '../sync-error';

const LINE_FEED = 10;

export function packDoc({ doc, update }: DocUpdate): Uint8Array {
  const name = new TextEncoder().encode(`${writeName(doc)}\n`);
  const plain = new Uint8Array(name.length + update.length);
  plain.set(name);
  plain.set(update, name.length);
  return deflateSync(plain, { level: 9 });
}

/** A name is about a hundred characters. */
const NAME_BYTES = 64 * 1024;

/** Throws SyncError `damaged` or `too-large`. */
export function unpackDoc(bytes: Uint8Array): DocUpdate {
  try {
    const plain = inflateBounded(bytes, NOTE_SIZE.bytes + NAME_BYTES);
    const end = plain.indexOf(LINE_FEED);
    const doc = readName(new TextDecoder('utf-8', { fatal: true }).decode(plain.subarray(0, end)));
    if (end > 0 && isDocId(doc)) return { doc, update: plain.slice(end + 1) };
  } catch (error) {
    throw error instanceof SyncError ? error : new SyncError('damaged', '', { cause: error });
  }
  throw new SyncError('damaged');
}

/** Others' packs and files may name entities freely: names that would not survive as plain text are written as JSON. */
const writeName = (doc: DocId) => (/^[^\n\p{Surrogate}]+$/u.test(doc) ? doc : JSON.stringify(doc));

function readName(name: string): string {
  return name.startsWith('"') ? String(JSON.parse(name)) : name;
}

function isDocId(text: string): text is DocId {
  return text === 'settings' || /^note:./su.test(text);
}
