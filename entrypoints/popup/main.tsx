/**
 * Wires the popup: over which tab, the names of its story, and a single card, which readers of lists alone never load.
 * `popup.html?tab=ID` is the same as a full tab, `popup.html?card=ENTITY` begins with a card, `find=WORDS` with a search.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { UnstoredNotes } from '../../components/glossary';
import { browser } from '../../lib/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { readCardPlace, takeCardPlace } from '../own-page/card-place';
import { later } from '../own-page/later';
import { NamesHere, type ShownCard } from '../own-page/names-here';
import { openPanel } from '../own-page/open-panel';
import { libraryAt, openTab } from '../own-page/open-tab';
import { takeSearchPlace, wordsSought } from '../own-page/search-place';
import { readSelection } from '../own-page/selected-words';
import { setUpPage } from '../own-page/set-up-page';
import { storyIn } from '../own-page/story-in';
import { type Follow, useStory } from '../own-page/use-story';
import { useUnstored } from '../own-page/use-unstored';
import { lookWhileSeen } from './look-while-seen';

const CardHere = later(async () => (await import('../own-page/card-here')).CardHere);

const { text, settings, paint, draw } = setUpPage('popup_title');
const place = readCardPlace(location.search);
/** In a tab or a window of its own; otherwise it belongs to the toolbar. */
const asTab = place.tab !== null || place.card !== null;
document.documentElement.classList.toggle('as-tab', asTab);
const surface = asTab ? 'tab' : 'toolbar';
const follow: Follow = (_, look, signal) => lookWhileSeen(document, look, signal);

interface PopupProps {
  /** Null if only a card is shown. */
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly inPrivate: boolean;
  readonly first: ShownCard | null;
  /** In the search field; null: not opened for a search. */
  readonly begin: string | null;
}

function Popup({ tabId, windowId, inPrivate, first, begin }: PopupProps) {
  const [now, setNow] = useState<Settings>(DEFAULT_SETTINGS);
  const [card, setCard] = useState(first);
  const opener = useRef<Element | null>(null);
  const unstored = useUnstored();
  const story = useStory({ tabId, looking: card === null, surface, follow });

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
  // The list was kept: back to where the reader left it.
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
          <NamesHere
            tabId={tabId}
            story={story}
            surface={surface}
            begin={begin}
            inPrivate={inPrivate}
            settings={settings}
            now={now}
            text={text}
            onCard={openCard}
            onBeside={() => {
              void openPanel({ windowId, tabId });
              if (!asTab) window.close();
            }}
          />
        </div>
      )}
      {card && (
        <CardHere
          key={card.entity}
          {...card}
          tabId={tabId}
          inPrivate={inPrivate}
          settings={now}
          leave={unstored.leave}
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

async function start(): Promise<void> {
  const active = asTab ? null : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const tabId = asTab ? place.tab : (active?.id ?? null);
  const left = asTab || tabId === null ? null : await takeCardPlace(browser.storage.session, tabId).catch(() => null);
  const { card, day } = left ?? place;
  if (tabId === null && card === null) return;
  const tab = active ?? (tabId === null ? null : await browser.tabs.get(tabId).catch(() => null));
  const inPrivate = tab?.incognito === true || browser.extension?.inIncognitoContext === true;
  const story = card === null ? null : await storyIn(tabId, card, day);
  const first = card === null || !story ? null : { entity: card, ...story, ofStory: true, insteadOfPage: false };
  const begin = tabId === null || card !== null ? null : await wordsToFind(tabId);
  draw(
    'popup',
    <Popup tabId={tabId} windowId={tab?.windowId ?? null} inPrivate={inPrivate} first={first} begin={begin} />,
  );
}

/** What the reader selected and wants looked up; null: the popup was not opened for that. */
async function wordsToFind(tabId: number): Promise<string | null> {
  if (asTab) return wordsSought(location.search);
  const left = await takeSearchPlace(browser.storage.session, tabId).catch(() => null);
  return left && (left.find ?? readSelection(tabId));
}

void start();
