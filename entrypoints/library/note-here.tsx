/** Wires one note: its editor writes at each key, all else at the press. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { hashOf } from '../../components/library';
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
  const editor = useRef<EditorSession | null>(null);
  const found = useWatched(useCallback(async () => (await notes.read(entity)) ?? ('none' as const), [entity]));
  const namedIn = useWatchedOr(
    useCallback(() => notes.linksTo(entity), [entity]),
    [],
  );
  const met = useWatchedOr(
    useCallback(() => sightings.of(entity), [entity]),
    [],
  );
  const tags = useWatchedOr(readTags, []);
  const versions = useWatched(useMemo(() => (past ? () => notes.versions(entity) : null), [past, entity]));
  const removed = useWatched(useMemo(() => (past ? () => notes.removedPassages(entity) : null), [past, entity]));

  const begin = useBegin(entity, found === 'none');
  const note = found === null || found === 'none' || found === 'unavailable' ? null : found;
  const subject = note ? { entity, name: note.name, kind: note.kind } : found === 'none' && begin ? begin : null;
  const on: NotePageCalls = {
    addTag: (tag) => subject && tell.after(notes.addTag(subject, tag), null),
    removeTag: (tag) => tell.after(notes.removeTag(entity, tag), null),
    removeQuote: ({ id, text, title, url, day, at }) =>
      subject &&
      tell.after(notes.removeQuote(entity, id), {
        line: ['notes_quote_removed'],
        back: () => notes.addQuote(subject, { text, title, url, day }, at),
      }),
    remove() {
      if (!note) return;
      // A key that is still under way would take the note out of the bin again.
      const stored = editor.current?.settled() ?? Promise.resolve(true);
      const removed = stored.then((all) => {
        if (!all) throw new Error('not stored yet');
        return notes.remove(entity);
      });
      tell.after(
        removed.then(() => {
          location.hash = hashOf({ at: 'notes' });
        }),
        { line: ['notes_deleted', note.name], back: () => notes.takeBack(entity) },
      );
    },
    takeBack: () => tell.after(notes.takeBack(entity), null),
    restore: (version) => tell.after(notes.restoreVersion(entity, version.id), null),
    keepHistory: onHistory,
    openPast: () => setPast(true),
  };
  return (
    <NotePageView
      note={found === 'none' && begin === undefined ? null : found}
      begin={begin ?? null}
      editor={subject && <Editor key={entity} subject={subject} stored={note?.digest} open={editor} tell={tell} />}
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

/** Whom a note would be about that is not there yet: a card leads here where the page lets no editor open. */
function useBegin(entity: EntityKey, wanted: boolean): NoteSubject | null | undefined {
  const [begin, setBegin] = useState<NoteSubject | null | undefined>(undefined);
  useEffect(() => {
    if (wanted) void callBackground('noteSubject', { entity }).then(setBegin, () => setBegin(null));
  }, [entity, wanted]);
  return begin;
}

/** One session while it stands there; what the last keys were is handed over when the page goes. */
interface EditorProps {
  readonly subject: NoteSubject;
  /** Digest of what the database says. */
  readonly stored: string | undefined;
  /** Where the session lies while there is one. */
  readonly open: { current: EditorSession | null };
  readonly tell: Tell;
}

function Editor({ subject, stored, open, tell }: EditorProps) {
  const { entity, name, kind } = subject;
  const [session, setSession] = useState<EditorSession | null>(null);
  // A name that changes is not another note.
  useEffect(() => {
    const life = new AbortController();
    const opened = openEditor({ entity, name, kind }, exchangeByMessage, life.signal);
    addEventListener('pagehide', () => opened.flush(), { signal: life.signal });
    askBeforeLeaving(() => [opened], life.signal);
    setSession(opened);
    open.current = opened;
    return () => {
      open.current = null;
      opened.flush();
      life.abort();
      tell.left(name, opened);
    };
  }, [entity]);
  // Restored, or changed in another tab: the database has told it already, the next look of the session is seconds away.
  useEffect(() => {
    if (session && stored !== session.content().digest) session.retry();
  }, [stored, session]);
  return session && <NoteField session={session} name={name} explain={callTroubleOf} />;
}
