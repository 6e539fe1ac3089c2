/**
 * Connects the library: the page that the address names, the last action with its undo, and the content. Notes come
 * first; what only some pages need is loaded when the reader goes there.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  fragmentOf,
  type LibraryPlace,
  LibraryView,
  NOTHING_SOUGHT,
  readPlace,
  sectionOf,
  TITLES,
} from '../../components/library';
import { UndoLine } from '../../components/notes';
import { browser } from '../../lib/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { later } from '../own-page/later';
import { setUpPage } from '../own-page/set-up-page';
import { useUnstored } from '../own-page/use-unstored';
import { NoteHere } from './note-here';
import { FIRST_QUERY, NotesHere } from './notes-here';
import { Notices } from './notices';
import { notes } from './stores';
import type { DoneLine, Tell } from './tell';
import { usePersisted } from './use-persisted';
import { keepHere } from './use-undecided';
import { useWatched } from './use-watched';

const { text, settings, paint, draw } = setUpPage('library_title');

const KnowledgeHere = later(async () => (await import('./knowledge-here')).KnowledgeHere);
const EntityHere = later(async () => (await import('./entity-here')).EntityHere);
const MetHere = later(async () => (await import('./met-here')).MetHere);
const SyncHere = later(async () => (await import('./sync-here')).SyncHere);
const BackupHere = later(async () => (await import('./backup-here')).BackupHere);
const SettingsHere = later(async () => (await import('./settings-here')).SettingsHere);

const readCount = () => notes.count();

/**
 * In a private window Firefox gives our page an empty database that vanishes with the window: notes would seem lost
 * there, and new ones would be.
 */
const IN_PRIVATE = browser.extension?.inIncognitoContext === true;
const OF_NOTES: readonly LibraryPlace['at'][] = ['notes', 'bin', 'note', 'met', 'sync', 'backup'];

function Library() {
  const { place, travelled } = usePlace();
  const [now, setNow] = useState<Settings | null>(null);
  const [failed, setFailed] = useState<'setting' | 'note' | null>(null);
  const [done, setDone] = useState<(DoneLine & { readonly hash: string; readonly turn: number }) | null>(null);
  const turns = useRef(0);
  const [query, setQuery] = useState(FIRST_QUERY);
  /** Where the link back from an entity leads. */
  const sought = useRef(NOTHING_SOUGHT);
  const count = useWatched(readCount);
  const unstored = useUnstored();
  const { persisted, persist } = usePersisted(typeof count === 'number' && count > 0);

  useEffect(() => {
    const open = new AbortController();
    const show = (read: Settings) => {
      paint(read.theme);
      setNow(read);
    };
    void settings.get().then(show);
    settings.subscribe(show, open.signal);
    return () => open.abort();
  }, []);

  // An undo is offered where the action was done, and gone once the reader has navigated.
  useEffect(() => setDone((last) => (last?.hash === fragmentOf(place) ? last : null)), [place]);

  const tell = useMemo<Tell>(
    () => ({
      after: (work, next) =>
        void work.then(
          () => {
            setFailed(null);
            // By now a deletion has led from the note to the list.
            setDone(next && { ...next, hash: fragmentOf(readPlace(location.hash)), turn: ++turns.current });
          },
          () => setFailed('note'),
        ),
      left: unstored.leave,
    }),
    [unstored.leave],
  );
  /** With a full disk the switch must not simply seem to jump back. */
  const change = (by: Parameters<typeof settings.change>[0]) =>
    void settings.change(by).then(
      () => setFailed(null),
      () => setFailed('setting'),
    );
  const undo = done?.hash === fragmentOf(place) && (
    <UndoLine line={text.t(...done.line)} turn={done.turn} onUndo={() => tell.after(done.back(), null)} />
  );

  return (
    <LibraryView
      place={place}
      travelled={travelled}
      notices={
        <Notices
          place={place}
          count={IN_PRIVATE ? null : count}
          failed={failed}
          unstored={unstored.names}
          onKeepHere={() => tell.after(keepHere(), null)}
        />
      }
    >
      {here()}
    </LibraryView>
  );

  function here() {
    if (IN_PRIVATE && OF_NOTES.includes(place.at))
      return <p class="notice notice-strong">{text.t('library_private')}</p>;
    switch (place.at) {
      case 'notes':
      case 'bin':
        return <NotesHere kept={place.at === 'notes'} query={query} onQuery={setQuery} undo={undo} tell={tell} />;
      case 'note':
        return (
          <NoteHere
            key={place.entity}
            entity={place.entity}
            history={(now ?? DEFAULT_SETTINGS).history}
            onHistory={(history) => change({ history })}
            undo={undo}
            tell={tell}
          />
        );
      case 'knowledge':
        return (
          <KnowledgeHere
            given={place}
            onSeek={(now) => {
              sought.current = now;
            }}
          />
        );
      case 'entity':
        return (
          <EntityHere
            key={place.entity}
            entity={place.entity}
            day={place.day}
            sought={sought.current}
            history={(now ?? DEFAULT_SETTINGS).history}
            onHistory={(history) => change({ history })}
            inPrivate={IN_PRIVATE}
            onNamed={(name) => {
              document.title = titleOf(name);
            }}
          />
        );
      case 'met':
        return (
          <MetHere
            history={(now ?? DEFAULT_SETTINGS).history}
            onHistory={(history) => change({ history })}
            tell={tell}
          />
        );
      case 'sync':
        return <SyncHere undo={undo} tell={tell} />;
      case 'backup':
        return <BackupHere count={typeof count === 'number' ? count : null} />;
      default:
        return (
          now && (
            <SettingsHere
              at={place.at}
              settings={now}
              change={change}
              persisted={persisted}
              persist={persist}
              undo={undo}
              tell={tell}
            />
          )
        );
    }
  }
}

const titleOf = (words: string) => `${words} – ${text.t('library_title')}`;

function usePlace(): { readonly place: LibraryPlace; readonly travelled: boolean } {
  const [state, setState] = useState({ place: readPlace(location.hash), travelled: false });
  useEffect(() => {
    const open = new AbortController();
    addEventListener('hashchange', () => setState({ place: readPlace(location.hash), travelled: true }), {
      signal: open.signal,
    });
    return () => open.abort();
  }, []);
  useEffect(() => {
    document.title = titleOf(text.t(TITLES[sectionOf(state.place)]));
  }, [state.place]);
  return state;
}

draw('library', <Library />);
