/** The list of the popup: the names of the story in one tab, what its buttons do, and the search in its field. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  glossaryFileName,
  glossaryMarkdown,
  type PopupCalls,
  type PopupState,
  PopupView,
} from '../../components/glossary';
import type { MessageKey, StoryDays, Text } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import type { KnowledgeQuery } from '../../lib/knowledge';
import { browser, callBackground, callReader, type NotesDanger, toCallError } from '../../lib/messages';
import type { UnknownEntry } from '../../lib/page';
import { chooseSites, grantPattern, type Settings, type SettingsStore } from '../../lib/settings';
import { chooseSitesHere } from '../own-page/choose-sites';
import { saveFile } from '../own-page/save-file';
import { useSearch } from '../own-page/use-search';
import { lookWhileSeen } from './look-while-seen';
import { bringToFront, libraryAt, openTab } from './open-tab';
import { popupState } from './popup-state';
import { useUnknown } from './use-unknown';
import { useWorldSearch } from './use-world-search';

/** While the story is being read the list grows; afterwards it seldom changes. */
const SCANNING_MS = 300;
const CALM_MS = 1500;
/** Of what the packs have under the words of the search field: a few of them may stand in the story, and are not shown twice. */
const MOST_FOUND = 30;
/** What a message may carry. */
const LONGEST = 400;

/** A card that is shown instead of the names. */
export interface ShownCard {
  readonly entity: EntityKey;
  /** It is a name that no pack knows. */
  readonly unknown: UnknownEntry | null;
  readonly days: StoryDays;
  /** The tab holds a story, whose day can be set. */
  readonly ofStory: boolean;
  readonly here: readonly EntityKey[];
  readonly insteadOfPage: boolean;
}

/** Of a card that was looked up over a page which is no story. */
const NO_STORY = { day: null, pageDay: null, entries: [] } as const;
const ANYTHING = { kind: null, country: null } as const;
const look = (query: KnowledgeQuery) => callBackground('searchKnowledge', { query, most: MOST_FOUND });

interface NamesHereProps {
  readonly tabId: number;
  /** In a tab or a window of its own; else it hangs from the toolbar. */
  readonly asTab: boolean;
  /** In the search field at first; null: nobody came to search. */
  readonly begin: string | null;
  readonly inPrivate: boolean;
  /** Not while a card stands before them. */
  readonly looking: boolean;
  readonly settings: SettingsStore;
  readonly now: Settings;
  readonly text: Text;
  readonly onCard: (card: ShownCard) => void;
}

export function NamesHere(props: NamesHereProps) {
  const { tabId, asTab, begin, inPrivate, looking, settings, now, text, onCard } = props;
  const [state, setState] = useState<PopupState>({ at: 'loading' });
  const [word, setWord] = useState<MessageKey | null>(null);
  const [danger, setDanger] = useState<NotesDanger>({ state: 'none' });
  const [words, setWords] = useState(begin ?? '');
  const search = useSearch(words.trim() === '' ? null : { ...ANYTHING, words: words.slice(0, LONGEST) }, look);

  const glossary = state.at === 'reading' ? state.glossary : null;

  /** Another round of looking begins at once, in the pace that suits what it finds. */
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    // Not worth a word if it cannot be told.
    void callBackground('notesInDanger', {}).then(setDanger, () => {});
  }, []);

  useEffect(() => {
    if (!looking) return;
    const open = new AbortController();
    const look = async () => {
      const found = await popupState(tabId, { callBackground, callReader, fromToolbar: !asTab });
      if (!open.signal.aborted) setState(found);
      return found.at === 'reading' && found.glossary.state === 'scanning' ? SCANNING_MS : CALM_MS;
    };
    lookWhileSeen(document, look, open.signal);
    return () => open.abort();
  }, [tabId, round, looking]);

  /** Nobody there to read: the next look says so. */
  const readAgain = (anyway: boolean) => callReader(tabId, 'readAgain', { anyway }).then(refresh, refresh);

  function openCard(entity: EntityKey, insteadOfPage: boolean, unknown: UnknownEntry | null = null): void {
    const { day, pageDay, entries } = glossary ?? NO_STORY;
    const here = entries.map((entry) => entry.entity);
    onCard({ entity, unknown, days: { day, pageDay }, ofStory: glossary !== null, here, insteadOfPage });
  }

  const { lookUp, cancel, ...unknown } = useUnknown({ tab: tabId, inPrivate, glossary, changed: refresh });

  const openSettings = () => void openTab(libraryAt('settings'), tabId, asTab);
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
      // What the browser allows already needs no question.
      const chosen =
        state.why === 'not-chosen' ? settings.change(chooseSites(patterns)) : chooseSitesHere(settings, patterns);
      void chosen.then(refresh, () => setWord('popup_failed'));
    },
    async once() {
      if (await callBackground('useHere', { tabId })) refresh();
      else setState({ at: 'reload' });
    },
    async reload() {
      await browser.tabs.reload(tabId);
      if (!asTab) window.close();
    },
    retry: refresh,
    readAnyway: () => void readAgain(true),
    readAgain: () => void readAgain(false),
    async reveal(entity) {
      // A page that is not in front shows no card.
      if (asTab) await bringToFront(tabId);
      const shown = await callReader(tabId, 'reveal', { entity }).catch((thrown) => {
        if (toCallError(thrown).code === 'no-receiver') refresh();
        return false;
      });
      if (shown) return asTab ? undefined : window.close();
      const own = asTab ? await browser.tabs.getCurrent() : null;
      if (own?.id !== undefined) await bringToFront(own.id);
      openCard(entity, true);
    },
    openCard: (entity) => openCard(entity, false),
    setDay: (day) =>
      void callBackground('chooseDay', { day, tab: tabId, proof: 'sight', inPrivate }).then(refresh, () =>
        setWord('popup_failed'),
      ),
    hideMarks: (hidden) => void settings.change({ marksHidden: hidden }),
    exportGlossary(glossary) {
      saveFile(new Blob([glossaryMarkdown(glossary, text)], { type: 'text/markdown' }), glossaryFileName(glossary));
    },
    openLibrary: (at) => void openTab(libraryAt(at), tabId, asTab),
    seek: setWords,
    seekInLibrary: () => void openTab(libraryAt(`knowledge?${new URLSearchParams({ q: words })}`), tabId, asTab),
  };
  return (
    <PopupView
      state={state}
      begin={begin}
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
          openSettings,
        },
      }}
      on={on}
    />
  );
}
