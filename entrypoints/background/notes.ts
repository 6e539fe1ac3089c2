/**
 * Answers every call about notes. A private window may look at the notes that there are and leaves no trace: its
 * exchanges are refused, and nothing it shows counts as seen.
 */
import type { EntityKey } from '../../lib/facts';
import { type BackgroundHandlers, CallError, type Caller, type CardNote, type NoteName } from '../../lib/messages';
import { type Note, type NoteStore, type NoteSubject, SessionTakenError } from '../../lib/notes';
import { type Day, localDay } from '../../lib/time';
import { fromBase64, toBase64 } from '../own-page/base64';
import { storageTroubleOf } from './storage-trouble';

export type NoteAnswers = Pick<
  BackgroundHandlers,
  'noteSubject' | 'exchangeNote' | 'seen' | 'notesChanged' | 'openNotes' | 'noted'
>;

export interface NoteParts {
  readonly store: NoteStore;
  /** The entity's printed name and kind; null when no pack knows it. */
  readonly subjectOf: (entity: EntityKey) => Promise<NoteSubject | null>;
  /** Nothing is kept while history is off. */
  readonly remember: (sighting: { entity: EntityKey; url: string; title: string; day: Day | null }) => Promise<void>;
  readonly openPage: (path: string, caller: Caller) => Promise<void>;
  /** The library stored something: sentinel, back-links and sync have to hear of it. */
  readonly stored: () => void;
}

export interface NoteDesk {
  readonly answers: NoteAnswers;
  /** What a card shows of the note. It never fails: a card without a note is better than none. */
  noteOf(entity: EntityKey, caller: Caller): Promise<CardNote>;
  /** Other notes that name the entity. */
  namedIn(entity: EntityKey): Promise<readonly NoteName[]>;
}

export function createNoteDesk(parts: NoteParts): NoteDesk {
  const { store, subjectOf, stored } = parts;

  function refusePrivate({ incognito }: Caller): void {
    if (incognito) throw new CallError('refused', 'nothing is stored from private windows');
  }

  const answers: NoteAnswers = {
    async noteSubject({ entity }) {
      const subject = (await subjectOf(entity)) ?? (await store.read(entity));
      return subject && { entity, name: subject.name, kind: subject.kind };
    },
    async exchangeNote({ subject, update, vector }, caller) {
      refusePrivate(caller);
      const news = { subject, update: update === null ? null : fromBase64(update), vector: fromBase64(vector) };
      const answer = await store.exchange(news).catch((thrown) => {
        if (thrown instanceof SessionTakenError) throw new CallError('note-session-taken', String(thrown));
        const trouble = storageTroubleOf(thrown);
        throw trouble === 'failed' ? thrown : new CallError(`note-${trouble}`, String(thrown));
      });
      return { update: answer.update && toBase64(answer.update), savedAt: answer.savedAt };
    },
    async seen({ entity, url, title, day }, { incognito }) {
      if (!incognito) await parts.remember({ entity, url, title, day });
    },
    notesChanged: stored,
    openNotes: ({ entity }, caller) => parts.openPage(`/library.html#note/${encodeURIComponent(entity)}`, caller),
    async noted({ entities }) {
      const notes = await store.readMany(entities);
      return notes.filter((note) => note.kept === 1 && !isEmpty(note)).map(({ entity }) => entity);
    },
  };

  return {
    answers,
    async noteOf(entity, { incognito }) {
      try {
        const note = await store.read(entity);
        const glimpse = note?.kept === 1 && !isEmpty(note) ? glimpseOf(note) : null;
        if (incognito) return { state: 'private', note: glimpse };
        return glimpse ? { state: 'noted', note: glimpse } : { state: 'none' };
      } catch (thrown) {
        console.warn('Backstory: a note could not be read', thrown);
        return { state: 'failed' };
      }
    },
    async namedIn(entity) {
      try {
        const notes = await store.linksTo(entity);
        return notes.filter((note) => note.entity !== entity).map(({ entity, name }) => ({ entity, name }));
      } catch {
        return [];
      }
    },
  };
}

/** A note from which everything was taken out again stays a document, since its history does; it is no note to show. */
const isEmpty = ({ text, tags, quotes }: Note) => text === '' && tags.length === 0 && quotes.length === 0;

const glimpseOf = ({ text, tags, quotes, changedAt }: Note) => ({
  text,
  tags,
  quotes: quotes.length,
  changedOn: localDay(changedAt),
});
