/** Connects one note: its editor stores each key, everything else is stored at the press. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useText } from '../../components/kit';
import { fragmentOf } from '../../components/library';
import { type NotePageCalls, NotePageView } from '../../components/notes';
import { NoteField } from '../../components/notes/note-field';
import type { EntityKey } from '../../lib/facts';
import { callBackground } from '../../lib/messages';
import type { EditorSession, NoteSubject } from '../../lib/notes';
import { askBeforeLeaving } from '../own-page/ask-before-leaving';
import { exchangeByMessage } from '../own-page/exchange-by-message';
import { callTroubleOf } from '../own-page/note-trouble';
import { openEditor } from '../own-page/open-editor';
import { notes, sightings } from './stores';
import type { Tell } from './tell';
import { useWatched, useWatchedOr } from './use-watched';
import { whoIs } from './who-is';

const NOBODY: readonly EntityKey[] = [];
const subjectOf = ({ entity, name, kind }: NoteSubject): NoteSubject => ({ entity, name, kind });

const versionsOf = async (entities: readonly EntityKey[]) => {
  const all = await Promise.all(entities.map((entity) => notes.versions(entity)));
  return all.flat().sort((a, b) => b.id - a.id);
};
const removedFrom = async (entities: readonly EntityKey[]) =>
  (await Promise.all(entities.map((entity) => notes.removedPassages(entity)))).flat();

const readTags = async () => (await notes.tags()).map(([tag]) => tag);

interface NoteHereProps {
  readonly entity: EntityKey;
  readonly history: boolean;
  readonly onHistory: (kept: boolean) => void;
  readonly undo: ComponentChildren;
  readonly tell: Tell;
}

export function NoteHere({ entity, history, onHistory, undo, tell }: NoteHereProps) {
  const [past, setPast] = useState(false);
  const editors = useRef(new Map<EntityKey, EditorSession>());
  const [begin, setBegin] = useState<NoteSubject | null | undefined>(undefined);
  // Packs may have another key for something without a note so far.
  const key = begin?.entity ?? entity;
  const found = useWatched(useCallback(async () => (await notes.whole(key)) ?? ('none' as const), [key]));
  const note = found === null || found === 'none' || found === 'unavailable' ? null : found;
  const apart = useWatchedOr(
    useCallback(() => notes.apart(note?.today ?? key), [note?.today, key]),
    [],
  );
  const namedIn = useWatchedOr(
    useCallback(() => notes.linksTo(note?.today ?? key), [note?.today, key]),
    [],
  );
  const met = useWatchedOr(
    useCallback(() => sightings.of(note?.today ?? key), [note?.today, key]),
    [],
  );
  const tags = useWatchedOr(readTags, []);
  const keys = note?.parts.map((part) => part.entity).join('\n') ?? entity;
  const versions = useWatched(useMemo(() => (past ? () => versionsOf(keys.split('\n')) : null), [past, keys]));
  const removed = useWatched(useMemo(() => (past ? () => removedFrom(keys.split('\n')) : null), [past, keys]));
  const nameOf = useNames(note?.asks ?? NOBODY);
  const who = useWho(note?.today ?? key);

  // The subject of a note that does not exist yet: a card links here if the page lets no editor open.
  const isNew = found === 'none';
  useEffect(() => {
    if (isNew) void callBackground('noteSubject', { entity }).then(setBegin, () => setBegin(null));
  }, [entity, isNew]);
  const subject = note ?? (found === 'none' && begin ? begin : null);
  const parts = note?.parts ?? [];
  const on: NotePageCalls = {
    addTag: (tag) => subject && tell.after(notes.addTag(subjectOf(subject), tag), null),
    removeTag: (tag) => tell.after(Promise.all(parts.map((part) => notes.removeTag(part.entity, tag))), null),
    removeQuote({ id, text, title, url, day, at }) {
      const bearers = parts.filter(({ quotes }) => quotes.some((quote) => quote.id === id));
      tell.after(Promise.all(bearers.map((part) => notes.removeQuote(part.entity, id))), {
        line: ['notes_quote_removed'],
        back: () => Promise.all(bearers.map((part) => notes.addQuote(subjectOf(part), { text, title, url, day }, at))),
      });
    },
    remove() {
      if (!note) return;
      // A key that is still being stored would restore the note from the bin.
      const stored = Promise.all([...editors.current.values()].map((editor) => editor.settled()));
      const removed = stored.then((all) => {
        if (all.includes(false)) throw new Error('not stored yet');
        return Promise.all(parts.map((part) => notes.remove(part.entity)));
      });
      tell.after(
        removed.then(() => {
          location.hash = fragmentOf({ at: 'notes' });
        }),
        {
          line: ['notes_deleted', note.name],
          back: () => Promise.all(parts.map((part) => notes.takeBack(part.entity))),
        },
      );
    },
    takeBack: () => tell.after(Promise.all(parts.map((part) => notes.takeBack(part.entity))), null),
    restore: (version) => tell.after(notes.restoreVersion(version.entity, version.id), null),
    place: (part, place) => tell.after(notes.putIn(part, place), null),
    keepHistory: onHistory,
    openPast: () => setPast(true),
  };
  return (
    <NotePageView
      note={found === 'none' && begin === undefined ? null : found}
      begin={begin ?? null}
      editorOf={(key) => {
        const part = parts.find((one) => one.entity === key) ?? subject;
        const stored = parts.find((one) => one.entity === key)?.digest;
        return part && <Editor subject={subjectOf(part)} stored={stored} open={editors.current} tell={tell} />;
      }}
      apart={apart}
      who={who}
      nameOf={nameOf}
      undo={undo}
      knownTags={tags}
      namedIn={namedIn}
      history={history}
      sightings={met}
      versions={versions}
      removed={removed}
      on={on}
    />
  );
}

/** Printed names, as far as packs know them. */
function useNames(entities: readonly EntityKey[]): (entity: EntityKey) => string {
  const [names, setNames] = useState<Readonly<Record<EntityKey, string>>>({});
  const asked = entities.join('\n');
  useEffect(() => {
    if (asked !== '') void callBackground('names', { entities: asked.split('\n') }).then(setNames, () => {});
  }, [asked]);
  return (entity) => names[entity] ?? entity;
}

/** Who or what it is, as far as packs know; '' until then. */
function useWho(entity: EntityKey): string {
  const text = useText();
  const [told, setTold] = useState<{ readonly of: EntityKey; readonly who: string } | null>(null);
  useEffect(() => {
    void whoIs(text, [entity]).then(
      (known) => setTold({ of: entity, who: known[entity] ?? '' }),
      () => {},
    );
  }, [entity]);
  return told?.of === entity ? told.who : '';
}

/** One session while the note is shown; its last keys are stored when the page closes. */
interface EditorProps {
  readonly subject: NoteSubject;
  /** Digest of the text in the database. */
  readonly stored: string | undefined;
  /** The open sessions are kept here. */
  readonly open: Map<EntityKey, EditorSession>;
  readonly tell: Tell;
}

function Editor({ subject, stored, open, tell }: EditorProps) {
  const { entity, name, kind } = subject;
  const [session, setSession] = useState<EditorSession | null>(null);
  // A changed name does not make it another note.
  useEffect(() => {
    const life = new AbortController();
    const opened = openEditor({ entity, name, kind }, exchangeByMessage, life.signal);
    addEventListener('pagehide', () => opened.flush(), { signal: life.signal });
    askBeforeLeaving(() => [opened], life.signal);
    setSession(opened);
    open.set(entity, opened);
    return () => {
      open.delete(entity);
      opened.flush();
      life.abort();
      tell.left(name, opened);
    };
  }, [entity]);
  // Restored, or changed in another tab: the database has reported it, and the session's next look is seconds away.
  useEffect(() => {
    if (session && stored !== session.content().digest) session.retry();
  }, [stored, session]);
  return session && <NoteField session={session} name={name} explain={callTroubleOf} />;
}
