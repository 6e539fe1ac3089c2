/**
 * The note as an open editor holds it: the reader's own copy, edited without waiting for anybody. What was typed is
 * taken in one piece for the store (`EditorNews`), and what the store hands back moves text and caret.
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
  /** Where a caret or an end of a selection in the text of before stands now. */
  move(caret: number): number;
}

export interface EditorDocument {
  content(): NoteContent;
  /** May the note have this text? What is written stays in the document for ever, so that is asked before. */
  hasRoomFor(text: string): boolean;
  /** The whole value of the textarea. */
  write(text: string): void;
  addTag(tag: string): void;
  removeTag(tag: string): void;
  addQuote(passage: Passage): void;
  removeQuote(id: string): void;
  takeBack(): void;
  /** Is there something that the store has not been given? */
  hasNews(): boolean;
  /** All since the last time, for `NoteStore.exchange`. */
  take(): EditorNews;
  /** Begins with nothing under another session; what was in it is no longer. */
  startOver(session: number): void;
  /** The exchange failed: it goes with the next one. */
  giveBack(news: EditorNews): void;
  /** Null: nothing that can be seen has changed. Throws DamagedUpdateError. */
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
      // Whom it is about goes with the first real edit: opening an editor alone makes no note.
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

/** A caret stays behind what stood before it; in a passage that is gone, it stands where the passage was. */
function moveCaret(caret: number, delta: Delta): number {
  let seen = 0; // of the text of before
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
