/** Everything a reader can do to a note's document. Each edit is one Yjs transaction, or none if it changes nothing. */
import type { EntityKey } from '../../facts';
import { passageId } from '../formats/text-digest';
import { tagKey } from '../tag-key';
import type { NoteSubject, Passage } from '../types';
import { digestToDelete, readContent } from './content';
import { hasWritten, type OpenDocument } from './open-document';
import { placeIn } from './plain-text';
import { findSplice, withoutLoneHalves } from './splice';

/** A finer time would add bytes to every keystroke on every remote. */
const CHANGED_AT_STEP_MS = 60_000;

export type Edit = (open: OpenDocument, now: number) => void;

/** Records whom the note is about, once, and when it was changed. */
function sign(open: OpenDocument, now: number): void {
  const last = open.meta.get('changedAt');
  // A session always records the time of its first change: this shows the store that a new session has begun.
  if (typeof last !== 'number' || Math.abs(now - last) >= CHANGED_AT_STEP_MS || !hasWritten(open)) {
    open.meta.set('changedAt', now);
  }
  // A deletion of other content no longer applies. If it stayed, it would remove the note again once the reader
  // restores that content.
  if ((open.meta.get('deletion') ?? null) !== null) open.meta.set('deletion', null);
}

export function introduce(subject: NoteSubject): Edit {
  return ({ doc, meta }, now) => {
    if (typeof meta.get('name') === 'string') return;
    doc.transact(() => {
      meta.set('name', subject.name);
      meta.set('kind', subject.kind);
      meta.set('createdAt', now);
    });
  };
}

/** Makes `next` the text, with a single splice. */
export function writeText(next: string): Edit {
  return (open, now) => {
    const splice = findSplice(open.text.toString(), withoutLoneHalves(next));
    if (!splice) return;
    open.doc.transact(() => {
      sign(open, now);
      const from = placeIn(open.text, splice.at);
      const to = placeIn(open.text, splice.at + splice.remove);
      if (to > from) open.text.delete(from, to - from);
      if (splice.insert !== '') open.text.insert(from, splice.insert);
    });
  };
}

/** Searched by content: an older Backstory stored `C++` under the key `c`, and it stays there. */
function entriesOf({ tags }: OpenDocument, key: string): string[] {
  return [...tags.entries()].flatMap(([stored, label]) =>
    typeof label === 'string' && tagKey(label) === key ? [stored] : [],
  );
}

export function addTag(tag: string): Edit {
  return (open, now) => {
    const label = withoutLoneHalves(tag).trim().replace(/\s+/g, ' ');
    const key = tagKey(label);
    if (label === '' || entriesOf(open, key).length > 0) return;
    open.doc.transact(() => {
      sign(open, now);
      const inTheWay = open.tags.get(key);
      open.tags.set(key, label);
      if (typeof inTheWay === 'string') open.tags.set(tagKey(inTheWay), inTheWay);
    });
  };
}

export function removeTag(tag: string): Edit {
  return (open, now) => {
    const entries = entriesOf(open, tagKey(tag));
    if (entries.length === 0) return;
    open.doc.transact(() => {
      sign(open, now);
      for (const entry of entries) open.tags.delete(entry);
    });
  };
}

/** `at`: the original time of a quote that is put back, so that it keeps its place. */
export function addQuote(passage: Passage, at?: number): Edit {
  return (open, now) => {
    const text = withoutLoneHalves(passage.text).trim();
    const known = readContent(open).quotes.some((quote) => quote.text === text && quote.url === passage.url);
    if (text === '' || known) return;
    open.doc.transact(() => {
      sign(open, now);
      const { title, url, day } = passage;
      // The same passage is the same quote, even if a second editor that does not know of the first adds it.
      open.quotes.set(passageId(text, url), { text, title: withoutLoneHalves(title), url, day, at: at ?? now });
    });
  };
}

export function removeQuote(id: string): Edit {
  return (open, now) => {
    if (!open.quotes.has(id)) return;
    open.doc.transact(() => {
      sign(open, now);
      open.quotes.delete(id);
    });
  };
}

export const remove: Edit = (open, now) => {
  if (readContent(open).deletedAt !== null) return;
  open.doc.transact(() => {
    sign(open, now);
    open.meta.set('deletion', { at: now, of: digestToDelete(open) });
  });
};

export const takeBack: Edit = (open, now) => {
  if (readContent(open).deletedAt === null) return;
  open.doc.transact(() => {
    sign(open, now);
    open.meta.set('deletion', null);
  });
};

/**
 * Whose note it is from now on; its own key: it stands apart; null: as the packs say. The content does not change: a
 * deletion unaware of it stays valid.
 */
export function putIn(place: EntityKey | null): Edit {
  return (open) => {
    if (readContent(open).place === place) return;
    if (place === null) open.meta.delete('place');
    else open.meta.set('place', place);
  };
}
