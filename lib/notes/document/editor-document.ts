/**
 * The note in an open editor: the reader's own copy, edited without waiting. What was typed is taken for the store in
 * one piece (`EditorNews`), and what the store returns moves text and caret.
 */
import * as Y from 'yjs';
import type { EditorNews, NoteSubject, Passage } from '../types';
import { type NoteContent, readContent } from './content';
import { addQuote, addTag, type Edit, introduce, removeQuote, removeTag, takeBack, writeText } from './edits';
import { NOTE_SIZE } from './note-size';
import { applyUpdate, type OpenDocument, openDocument } from './open-document';
import { isAllCharacters } from './plain-text';
import { charactersOf } from './refuse-too-large';
import { findSplice } from './splice';

export interface EditorParts {
  readonly subject: NoteSubject;
  /** A random uint32, new for each opened editor. */
  readonly session: number;
  readonly now: () => number;
}

/** News that changed what the editor shows. */
export interface Received {
  readonly content: NoteContent;
  /** Where a caret or selection end of the old text is now. */
  move(caret: number): number;
}

/** What a reader does to an open note. */
export interface NoteEdits {
  /** The textarea's whole value. */
  write(text: string): void;
  addTag(tag: string): void;
  removeTag(tag: string): void;
  addQuote(passage: Passage): void;
  removeQuote(id: string): void;
  takeBack(): void;
}

export interface EditorDocument extends NoteEdits {
  content(): NoteContent;
  /** May the note have this text? Asked first, because what is written stays in the document for ever. */
  hasRoomFor(text: string): boolean;
  /** Is there something the store has not been given? */
  hasNews(): boolean;
  /** Everything since the last call, for `NoteStore.exchange`. */
  take(): EditorNews;
  /** Starts empty under another session; the previous content is gone. */
  startOver(session: number): void;
  /** The exchange failed: it goes with the next one. */
  giveBack(news: EditorNews): void;
  /** Null: nothing visible has changed. @throws DamagedUpdateError */
  receive(update: Uint8Array): Received | null;
}

type Delta = Y.YTextEvent['delta'];

export function createEditorDocument({ subject, session, now }: EditorParts): EditorDocument {
  let open = begin(session);
  let news: Uint8Array[] = [];
  let receiving = false;
  let delta: Delta = [];

  function begin(session: number): OpenDocument {
    const begun = openDocument(session, null);
    begun.doc.on('update', (update) => {
      if (!receiving) news.push(update);
    });
    begun.text.observe((event) => {
      if (receiving) delta = event.delta;
    });
    return begun;
  }

  function perform(edit: Edit): void {
    const at = now();
    open.doc.transact(() => {
      const before = Y.getState(open.doc.store, open.doc.clientID);
      edit(open, at);
      // The subject goes with the first real edit: just opening an editor creates no note.
      if (Y.getState(open.doc.store, open.doc.clientID) !== before) introduce(subject)(open, at);
    });
  }

  return {
    content: () => readContent(open),
    hasRoomFor(text) {
      if (text.length < NOTE_SIZE.characters / 2) return true;
      const content = readContent(open);
      return text.length <= content.text.length || charactersOf({ ...content, text }) <= NOTE_SIZE.characters;
    },
    write: (text) => perform(writeText(text)),
    addTag: (tag) => perform(addTag(tag)),
    removeTag: (tag) => perform(removeTag(tag)),
    addQuote: (passage) => perform(addQuote(passage)),
    removeQuote: (id) => perform(removeQuote(id)),
    takeBack: () => perform(takeBack),
    hasNews: () => news.length > 0,
    take() {
      const update = news.length === 0 ? null : Y.mergeUpdates(news);
      news = [];
      return { subject, update, vector: Y.encodeStateVector(open.doc) };
    },
    startOver(session) {
      open = begin(session);
      news = [];
    },
    giveBack({ update }) {
      if (update) news.unshift(update);
    },
    receive(update) {
      const before = readContent(open);
      let countsAlike = isAllCharacters(open.text);
      delta = [];
      receiving = true;
      try {
        applyUpdate(open, update);
      } finally {
        receiving = false;
      }
      const content = readContent(open);
      if (content.digest === before.digest) return null;
      countsAlike &&= isAllCharacters(open.text);
      const changes = countsAlike ? delta : deltaBetween(before.text, content.text);
      return { content, move: (caret) => moveCaret(caret, changes) };
    },
  };
}

function deltaBetween(before: string, after: string): Delta {
  const splice = findSplice(before, after);
  return splice ? [{ retain: splice.at }, { delete: splice.remove }, { insert: splice.insert }] : [];
}

/** A caret stays behind what preceded it; inside a removed passage it stays where that was. */
function moveCaret(caret: number, delta: Delta): number {
  let seen = 0; // in the old text
  let moved = caret;
  for (const { retain, delete: gone, insert } of delta) {
    if (seen > caret) break;
    if (retain !== undefined) seen += retain;
    else if (gone !== undefined) {
      moved -= Math.min(gone, Math.max(0, caret - seen));
      seen += gone;
    } else if (typeof insert === 'string' && seen < caret) moved += insert.length;
  }
  return moved;
}
