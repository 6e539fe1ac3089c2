/**
 * Wires the popup: which tab, what state it is in, what its buttons do; and a single card, which readers of lists alone
 * never load. `popup.html?tab=ID` is the same as a full tab, `popup.html?card=ENTITY` begins with a card.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  glossaryFileName,
  glossaryMarkdown,
  type PopupCalls,
  type PopupState,
  PopupView,
  UnstoredNotes,
} from '../../components/glossary';
import type { MessageKey, StoryDays } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import type { KnowledgeQuery } from '../../lib/knowledge';
import { browser, callBackground, callReader, type NotesDanger, toCallError } from '../../lib/messages';
import type { UnknownEntry } from '../../lib/page';
import { chooseSites, DEFAULT_SETTINGS, grantPattern, type Settings } from '../../lib/settings';
import type { Day } from '../../lib/time';
import { readCardPlace, takeCardPlace } from '../own-page/card-place';
import { chooseSitesHere } from '../own-page/choose-sites';
import { later } from '../own-page/later';
import { saveFile } from '../own-page/save-file';
import { setUpPage } from '../own-page/set-up-page';
import { useSearch } from '../own-page/use-search';
import { useUnstored } from '../own-page/use-unstored';
import { lookWhileSeen } from './look-while-seen';
import { bringToFront, libraryAt, openTab } from './open-tab';
import { popupState } from './popup-state';
import { useUnknown } from './use-unknown';

/** While the story is being read the list grows; afterwards it seldom changes. */
const SCANNING_MS = 300;
const CALM_MS = 1500;
/** Of what the packs have under the words of the search field: a few of them may stand in the story, and are not shown twice. */
const MOST_FOUND = 30;
/** What a message may carry. */
const LONGEST = 400;

const CardHere = later(async () => (await import('./card-here')).CardHere);

const { text, settings, paint, draw } = setUpPage('popup_title');
const place = readCardPlace(location.search);
/** In a tab or a window of its own; else it hangs from the toolbar. */
const asTab = place.tab !== null || place.card !== null;
document.documentElement.classList.toggle('as-tab', asTab);

/** A card that is shown instead of the names. */
interface ShownCard {
  readonly entity: EntityKey;
  /** It is a name that no pack knows. */
  readonly unknown: UnknownEntry | null;
  readonly days: StoryDays;
  readonly here: readonly EntityKey[];
  readonly insteadOfPage: boolean;
}

interface PopupProps {
  /** Null where only a card is to be shown. */
  readonly tabId: number | null;
  readonly inPrivate: boolean;
  readonly first: ShownCard | null;
}

function Popup({ tabId, inPrivate, first }: PopupProps) {
  const [now, setNow] = useState<Settings>(DEFAULT_SETTINGS);
  const [card, setCard] = useState(first);
  const opener = useRef<Element | null>(null);
  const unstored = useUnstored();

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
  // The list has stood by: back to where the reader left it.
  useEffect(() => {
    if (!card && opener.current instanceof HTMLElement) opener.current.focus();
  }, [card]);

  const openCard = (shown: ShownCard) => {
    opener.current = document.activeElement;
    setCard(shown);
  };
  const titled = (words: string) => {
    if (asTab) document.title = words;
  };
  return (
    <>
      {tabId !== null && (
        <div class="popup-names" hidden={card !== null}>
          <Names
            tabId={tabId}
            inPrivate={inPrivate}
            looking={card === null}
            marksHidden={now.marksHidden}
            onCard={openCard}
          />
        </div>
      )}
      {card && (
        <CardHere
          key={card.entity}
          first={card.entity}
          unknown={card.unknown}
          days={card.days}
          tab={tabId}
          here={card.here}
          inPrivate={inPrivate}
          insteadOfPage={card.insteadOfPage}
          settings={now}
          leave={unstored.leave}
          onChosen={() => {
            // Settings tell the story's tab by themselves; what holds in private windows alone is no setting.
            if (inPrivate && tabId !== null) void callReader(tabId, 'readAgain', { anyway: false }).catch(() => {});
          }}
          onAskInCards={(askInCards) => void settings.change({ askInCards })}
          onBack={
            tabId === null
              ? null
              : () => {
                  titled(text.t('popup_title'));
                  setCard(null);
                }
          }
          openTab={(url) => void openTab(url, tabId, asTab)}
          openNotes={(entity) => void openTab(libraryAt(`note/${encodeURIComponent(entity)}`), tabId, asTab)}
          onShown={(name) => titled(text.t('card_label', name))}
        />
      )}
      <UnstoredNotes names={unstored.names} />
    </>
  );
}

const ANYTHING = { kind: null, country: null } as const;
const look = (query: KnowledgeQuery) => callBackground('searchKnowledge', { query, most: MOST_FOUND });

interface NamesProps {
  readonly tabId: number;
  readonly inPrivate: boolean;
  /** Not while a card stands before them. */
  readonly looking: boolean;
  readonly marksHidden: boolean;
  readonly onCard: (card: ShownCard) => void;
}

function Names({ tabId, inPrivate, looking, marksHidden, onCard }: NamesProps) {
  const [state, setState] = useState<PopupState>({ at: 'loading' });
  const [word, setWord] = useState<MessageKey | null>(null);
  const [danger, setDanger] = useState<NotesDanger>({ state: 'none' });
  const [words, setWords] = useState('');
  const search = useSearch(words.trim() === '' ? null : { ...ANYTHING, words: words.slice(0, LONGEST) }, look);

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
      const now = await popupState(tabId, { callBackground, callReader, fromToolbar: !asTab });
      if (!open.signal.aborted) setState(now);
      return now.at === 'reading' && now.glossary.state === 'scanning' ? SCANNING_MS : CALM_MS;
    };
    lookWhileSeen(document, look, open.signal);
    return () => open.abort();
  }, [tabId, round, looking]);

  /** Nobody there to read: the next look says so. */
  const readAgain = (anyway: boolean) => callReader(tabId, 'readAgain', { anyway }).then(refresh, refresh);

  function openCard(entity: EntityKey, insteadOfPage: boolean, unknown: UnknownEntry | null = null): void {
    if (state.at !== 'reading') return;
    const { day, pageDay, entries } = state.glossary;
    onCard({ entity, unknown, days: { day, pageDay }, here: entries.map((entry) => entry.entity), insteadOfPage });
  }

  const glossary = state.at === 'reading' ? state.glossary : null;
  const { lookUp, cancel, ...unknown } = useUnknown({ tab: tabId, inPrivate, glossary, changed: refresh });

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
      marksHidden={marksHidden}
      word={word}
      danger={danger}
      found={search?.answer ?? null}
      unknown={{
        ...unknown,
        on: {
          lookUp,
          cancel,
          open: (entry) => openCard(entry.key, false, entry),
          openSettings: () => on.openLibrary('settings'),
        },
      }}
      on={on}
    />
  );
}

async function start(): Promise<void> {
  const active = asTab ? null : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const tabId = asTab ? place.tab : (active?.id ?? null);
  const left = asTab || tabId === null ? null : await takeCardPlace(browser.storage.session, tabId).catch(() => null);
  const { card, day } = left ?? place;
  if (tabId === null && card === null) return;
  const tab = active ?? (tabId === null ? null : await browser.tabs.get(tabId).catch(() => null));
  const inPrivate = tab?.incognito === true || browser.extension?.inIncognitoContext === true;
  const story = card === null ? null : await storyIn(tabId, card, day);
  const first = card === null || !story ? null : { entity: card, ...story, insteadOfPage: false };
  draw('popup', <Popup tabId={tabId} inPrivate={inPrivate} first={first} />);
}

/** Its names, so that ties to them come first, and its day as it is now; a card without them is better than none. */
async function storyIn(
  tabId: number | null,
  card: EntityKey,
  day: Day | null,
): Promise<Pick<ShownCard, 'here' | 'days' | 'unknown'>> {
  const story = tabId === null ? null : await callReader(tabId, 'glossary', {}).catch(() => null);
  if (!story) return { here: [], days: { day, pageDay: day }, unknown: null };
  const unknown = story.unknown.find(({ key }) => key === card) ?? null;
  return { here: story.entries.map(({ entity }) => entity), days: { day, pageDay: story.pageDay }, unknown };
}

void start();
