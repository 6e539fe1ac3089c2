/**
 * Answers every call about notes. A private window may show existing notes and leaves no trace: its edits are refused,
 * and nothing it shows counts as seen.
 */

import { fromBase64, toBase64 } from '../../lib/bytes';
import type { EntityKey } from '../../lib/facts';
import {
  type BackgroundHandlers,
  CallError,
  type Caller,
  type CardNote,
  type NoteCopy,
  type NoteName,
  type NotePart,
} from '../../lib/messages';
import { isLiving, isSessionTaken, type Note, type NoteStore, type NoteSubject, type WholeNote } from '../../lib/notes';
import { type Day, localDay } from '../../lib/time';
import { storageTroubleOf } from './storage-trouble';

export type NoteAnswers = Pick<
  BackgroundHandlers,
  | 'noteSubject'
  | 'exchangeNote'
  | 'placeNote'
  | 'seen'
  | 'notesChanged'
  | 'openNotes'
  | 'noted'
  | 'notesOn'
  | 'copyNotes'
>;

export interface NoteDeskParts {
  readonly store: NoteStore;
  /** The entity's key of today, printed name and kind; null when no pack knows it. */
  readonly subjectOf: (entity: EntityKey) => Promise<NoteSubject | null>;
  /** Nothing is kept while history is off. */
  readonly remember: (sighting: { entity: EntityKey; url: string; title: string; day: Day | null }) => Promise<void>;
  readonly openPage: (path: string, caller: Caller) => Promise<void>;
  /** The library stored something: sentinel, back-links and sync must be told. */
  readonly stored: () => void;
  /** Resolves once it is known what the keys of all notes mean today. */
  readonly settled: () => Promise<void>;
}

export interface NoteDesk {
  readonly answers: NoteAnswers;
  /** What a card shows of the note. It never fails: a card without a note is better than none. `entity`: a key of today. */
  noteOf(entity: EntityKey, caller: Caller): Promise<{ readonly note: CardNote; readonly parts: readonly NotePart[] }>;
  /** Other notes that name the entity. */
  namedIn(entity: EntityKey): Promise<readonly NoteName[]>;
}

export function createNoteDesk(parts: NoteDeskParts): NoteDesk {
  const { store, subjectOf, stored } = parts;

  function refusePrivate({ incognito }: Pick<Caller, 'incognito'>): void {
    if (incognito) throw new CallError('refused', 'nothing is stored from private windows');
  }

  const answers: NoteAnswers = {
    async noteSubject({ entity }) {
      await parts.settled();
      const [known, exact] = await Promise.all([subjectOf(entity), store.read(entity)]);
      // A part of a note is edited under its own key.
      const own = exact !== null && isLiving(exact);
      const whole = own ? exact : await store.whole(known?.entity ?? entity);
      const written = whole !== null && (own || !isPlaced(whole)) ? whole : null;
      const { name, kind } = (own && known?.entity !== entity ? exact : null) ?? known ?? written ?? {};
      return name === undefined
        ? null
        : { entity: written?.entity ?? known?.entity ?? entity, name, kind: kind ?? null };
    },
    async placeNote({ entity, place }, caller) {
      refusePrivate(caller);
      await store.putIn(entity, place);
      await parts.settled();
    },
    async exchangeNote({ subject, update, vector }, caller) {
      refusePrivate(caller);
      const news = { subject, update: update === null ? null : fromBase64(update), vector: fromBase64(vector) };
      const answer = await store.exchange(news).catch((thrown) => {
        if (isSessionTaken(thrown)) throw new CallError('note-session-taken', String(thrown));
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
      await parts.settled();
      return store.noted(entities);
    },
    async notesOn({ entities }, caller) {
      const noted = await answers.noted({ entities }, caller);
      return Promise.all(
        noted.map(async (entity) => {
          const { note, parts } = await noteOf(entity, caller);
          // A note that cannot be read is not a missing note.
          if (note.state === 'failed') throw new CallError('failed', 'a note could not be read');
          const own = 'note' in note && note.note ? [note.note] : [];
          return { entity, notes: [...own, ...parts.map((part) => part.note)] };
        }),
      );
    },
    async copyNotes({ entities, inPrivate }, { incognito }) {
      refusePrivate({ incognito: incognito || inPrivate });
      await parts.settled();
      const copies: Record<EntityKey, readonly NoteCopy[]> = {};
      for (const entity of await store.noted(entities)) {
        const whole = await store.whole(entity);
        // If a key was split, nobody knows which entity its note belongs to.
        if (whole && whole.asks.length === 0) copies[entity] = whole.parts.filter(isLiving).map(copyOf);
      }
      return copies;
    },
  };

  const askingPart = async (note: WholeNote): Promise<NotePart> => ({
    ...partOf(note),
    why: 'asks',
    asks: await Promise.all(
      note.asks.map(async (entity) => ({ entity, name: (await subjectOf(entity))?.name ?? entity })),
    ),
  });

  async function noteOf(entity: EntityKey, { incognito }: Caller): ReturnType<NoteDesk['noteOf']> {
    try {
      await parts.settled();
      const [whole, asking] = await Promise.all([store.whole(entity), store.asking(entity)]);
      const there = whole !== null && whole.asks.length === 0 ? whole.parts.filter(isLiving) : [];
      const [first, ...joined] = there;
      // A note that the reader assigned here is a part, even if there is no other note.
      const main = first && !isPlaced(first) ? first : null;
      const others = main ? joined : there;
      const glimpse = main && glimpseOf(main);
      const note: CardNote = incognito
        ? { state: 'private', note: glimpse }
        : glimpse
          ? { state: 'noted', note: glimpse }
          : { state: 'none' };
      return { note, parts: [...others.map(partOf), ...(await Promise.all(asking.map(askingPart)))] };
    } catch (thrown) {
      console.warn('Backstory: a note could not be read', thrown);
      return { note: { state: 'failed' }, parts: [] };
    }
  }

  return {
    answers,
    noteOf,
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

/** By the reader's answer to a question. */
const isPlaced = ({ entity, place }: Note): boolean => place !== undefined && place !== entity;

const partOf = (note: Note): NotePart => ({
  entity: note.entity,
  name: note.name,
  note: glimpseOf(note),
  why: isPlaced(note) ? 'placed' : 'joined',
  asks: [],
});

const copyOf = (note: Note): NoteCopy => ({
  ...glimpseOf(note),
  quotes: note.quotes.map(({ text, title, url, day }) => ({ text, title, url, day })),
});

const glimpseOf = ({ text, tags, quotes, changedAt }: Note) => ({
  text,
  tags,
  quotes: quotes.length,
  changedOn: localDay(changedAt),
});
