/**
 * The list in the popup: the names of the story in one tab, the actions of its buttons, and the search in its field.
 */
import { useEffect, useState } from 'preact/hooks';
import { type PopupCalls, PopupView, type PopupViewProps } from '../../components/glossary';
import type { MessageKey, StoryDays, Text } from '../../components/kit';
import { type EntityKey, unknownKey } from '../../lib/facts';
import type { KnowledgeQuery } from '../../lib/knowledge';
import { browser, callBackground, callReader, type NotesDanger, toCallError } from '../../lib/messages';
import type { UnknownEntry } from '../../lib/page';
import { chooseSites, grantPattern, type Settings, type SettingsStore } from '../../lib/settings';
import { foldText } from '../../lib/text';
import { chooseSitesHere } from './choose-sites';
import { bringToFront, libraryAt, openTab } from './open-tab';
import { useKeys } from './use-keys';
import { useSearch } from './use-search';
import { useSenses } from './use-senses';
import type { StoryHere, Surface } from './use-story';
import { useUnknown } from './use-unknown';
import { useWorldSearch } from './use-world-search';

/** What the packs have for the words in the search field: some may be in the story, and are not shown twice. */
const MOST_FOUND = 30;
/** The limit of a message. */
const LONGEST = 400;

/** A card that is shown instead of the names. */
export interface ShownCard {
  readonly entity: EntityKey;
  /** It is a name that no pack knows. */
  readonly unknown: UnknownEntry | null;
  readonly days: StoryDays;
  /** The tab has a story, whose day can be set. */
  readonly ofStory: boolean;
  readonly here: readonly EntityKey[];
  readonly insteadOfPage: boolean;
  /** The reader came to write: the focus goes to the note. */
  readonly writes?: boolean;
}

/** For a card looked up over a page that is not a story. */
const NO_STORY = { day: null, pageDay: null, entries: [] } as const;
const ANYTHING = { kind: null, country: null } as const;
const look = (query: KnowledgeQuery) => callBackground('searchKnowledge', { query, most: MOST_FOUND });

interface NamesHereProps {
  readonly tabId: number;
  readonly story: StoryHere;
  readonly surface: Surface;
  /** Initially in the search field; null: not opened for a search. */
  readonly begin: string | null;
  readonly inPrivate: boolean;
  readonly settings: SettingsStore;
  readonly now: Settings;
  readonly text: Text;
  readonly onCard: (card: ShownCard) => void;
  /** Only in the panel: its tabs, and what belongs to that of the names. */
  readonly places?: Pick<PopupViewProps, 'nav' | 'instead'>;
  /** The panel, opened synchronously in the click; null: this is it, or it belongs to another tab. */
  readonly onBeside: (() => void) | null;
}

export function NamesHere(props: NamesHereProps) {
  const { tabId, story, surface, begin, inPrivate, settings, now, text, onCard, places, onBeside } = props;
  const { state, refresh } = story;
  /** It would close with a press elsewhere; all others stay. */
  const hangs = surface === 'toolbar';
  const [word, setWord] = useState<MessageKey | null>(null);
  const [danger, setDanger] = useState<NotesDanger>({ state: 'none' });
  const [words, setWords] = useState(begin ?? '');
  const search = useSearch(words.trim() === '' ? null : { ...ANYTHING, words: words.slice(0, LONGEST) }, look);

  const glossary = state.at === 'reading' ? state.glossary : null;

  useEffect(() => {
    // A failure here is not worth reporting.
    void callBackground('notesInDanger', {}).then(setDanger, () => {});
  }, []);

  /** No reader script is running there: the next refresh reports it. */
  const readAgain = (anyway: boolean) => callReader(tabId, 'readAgain', { anyway }).then(refresh, refresh);
  /** If the scout found no story, there is no reader script yet. */
  async function readAnyway(): Promise<void> {
    if (state.at === 'no-story') await callBackground('useHere', { tabId });
    await readAgain(true);
  }

  function openCard(
    entity: EntityKey,
    insteadOfPage: boolean,
    unknown: UnknownEntry | null = null,
    writes = false,
  ): void {
    const { day, pageDay, entries } = glossary ?? NO_STORY;
    const here = entries.map((entry) => entry.entity);
    onCard({ entity, unknown, days: { day, pageDay }, ofStory: glossary !== null, here, insteadOfPage, writes });
  }

  const { lookUp, cancel, ...unknown } = useUnknown({ tab: tabId, inPrivate, glossary, changed: refresh });

  const [said, setSaid] = useState(0);
  const senses = useSenses({ glossary, inPrivate, known: unknown.outcome, said: `${said} ${now.known.join(' ')}` });

  const keys = useKeys(tabId, !hangs);
  const openSettings = () => void openTab(libraryAt('settings'), tabId, !hangs);
  const world = useWorldSearch({
    typed: words,
    inPrivate,
    settings: now,
    onCard: (entity) => openCard(entity, false),
    openSettings,
  });

  const on: PopupCalls = {
    async switchSite(siteOn) {
      await callBackground('switchSite', { tabId, on: siteOn });
      refresh();
    },
    grant() {
      if (state.at !== 'not-allowed') return;
      const patterns = [grantPattern(state.site)];
      // Sites that the browser already allows need no prompt.
      const chosen =
        state.why === 'not-chosen' ? settings.change(chooseSites(patterns)) : chooseSitesHere(settings, patterns);
      void chosen.then(refresh, () => setWord('popup_failed'));
    },
    async once() {
      if (await callBackground('useHere', { tabId })) refresh();
      // Only a press on the toolbar button gives access to a tab; this was not one.
      else if (surface === 'panel') setWord('panel_by_toolbar');
      else story.show({ at: 'reload' });
    },
    async reload() {
      await browser.tabs.reload(tabId);
      if (hangs) window.close();
    },
    retry: refresh,
    readAnyway: () => void readAnyway(),
    readAgain: () => void readAgain(false),
    async reveal(entity) {
      // A page in a background tab shows no card.
      if (surface === 'tab') await bringToFront(tabId);
      const shown = await callReader(tabId, 'reveal', { entity }).catch((thrown) => {
        if (toCallError(thrown).code === 'no-receiver') refresh();
        return false;
      });
      if (shown) return hangs ? window.close() : undefined;
      const own = surface === 'tab' ? await browser.tabs.getCurrent() : null;
      if (own?.id !== undefined) await bringToFront(own.id);
      openCard(entity, true);
    },
    openCard: (entity) => openCard(entity, false),
    openNote: (entity) => openCard(entity, false, null, true),
    noteOn(words) {
      const entry = wordsAsName(text, words);
      openCard(entry.key, false, entry, true);
    },
    know: (entity, known) =>
      void callBackground('know', { entity, known, proof: 'sight', inPrivate }).then(
        () => {
          // Settings notify the story's tab themselves; choices in private windows are not settings.
          if (inPrivate) void readAgain(false);
          setSaid((times) => times + 1);
        },
        () => setWord('popup_failed'),
      ),
    setDay: (day) =>
      void callBackground('chooseDay', { day, tab: tabId, proof: 'sight', inPrivate }).then(refresh, () =>
        setWord('popup_failed'),
      ),
    hideMarks: (hidden) => void settings.change({ marksHidden: hidden }),
    exportGlossary: (glossary, wish) =>
      void import('./export-here')
        .then(({ exportNames }) => exportNames({ text, glossary, senses: senses ?? {}, wish, inPrivate }))
        .catch(() => setWord('popup_export_failed')),
    openLibrary: (at) => void openTab(libraryAt(at), tabId, !hangs),
    seek: setWords,
    seekInLibrary: () => void openTab(libraryAt(`knowledge?${new URLSearchParams({ q: words })}`), tabId, !hangs),
  };
  return (
    <PopupView
      state={glossary && senses === null ? { at: 'loading' } : state}
      senses={senses ?? {}}
      begin={begin}
      takesFocus={surface !== 'panel'}
      notesMayGo={!inPrivate}
      world={world}
      marksHidden={now.marksHidden}
      word={word}
      danger={danger}
      found={search?.answer ?? null}
      unknown={{
        ...unknown,
        on: {
          lookUp,
          cancel,
          open: (entry) => openCard(entry.key, false, entry),
          note: inPrivate ? null : (entry) => openCard(entry.key, false, entry, true),
          openSettings,
        },
      }}
      keys={keys}
      nav={places?.nav ?? null}
      instead={places?.instead ?? null}
      onBeside={onBeside}
      on={on}
    />
  );
}

/** The reader's own words that no pack knows, as a name: they are not in a story, so nothing is quoted. */
function wordsAsName(text: Text, words: string): UnknownEntry {
  const key = unknownKey(foldText(words));
  return { key, name: words, language: text.t('text_language'), kind: null, roles: [], count: 0, says: [] };
}
