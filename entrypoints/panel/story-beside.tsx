/** One story beside its tab: the row of tabs, the content of the open one, and a card over it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../components/kit';
import { PlaceNav } from '../../components/panel';
import type { EntityKey } from '../../lib/facts';
import { browser } from '../../lib/messages';
import type { Settings, SettingsStore } from '../../lib/settings';
import { takeBesidePlace } from '../own-page/card-place';
import { later } from '../own-page/later';
import { NamesHere, type ShownCard } from '../own-page/names-here';
import { libraryAt, openTab } from '../own-page/open-tab';
import { storyIn } from '../own-page/story-in';
import { useStory } from '../own-page/use-story';
import type { Unstored } from '../own-page/use-unstored';
import { followBeside } from './follow-beside';
import type { FollowedTab } from './follow-tabs';
import { PLACES } from './places';
import { whenNotWriting } from './when-not-writing';

const CardHere = later(async () => (await import('../own-page/card-here')).CardHere);

const NAMES = { id: 'names', label: 'panel_names' } as const;

interface StoryBesideProps extends FollowedTab {
  readonly text: Text;
  readonly settings: SettingsStore;
  readonly now: Settings;
  readonly leave: Unstored['leave'];
  /** It is a tab by itself: the story is not visible. */
  readonly alone: boolean;
}

export function StoryBeside({ tabId, inPrivate, text, settings, now, leave, alone }: StoryBesideProps) {
  const [card, setCard] = useState<ShownCard | null>(null);
  const [at, setAt] = useState<string>(NAMES.id);
  const opener = useRef<Element | null>(null);
  const story = useStory({ tabId, looking: true, surface: 'panel', follow: followBeside });
  const { state } = story;
  const glossary = state.at === 'reading' && state.glossary.entries.length > 0 ? state.glossary : null;

  useEffect(() => {
    const open = new AbortController();
    let was: string | null = null;
    const went = (id: number, { url }: { readonly url?: string }) => {
      if (id !== tabId || url === undefined) return;
      const page = url.split('#', 1)[0] ?? '';
      // Its card belonged to the previous story.
      if (was !== null && was !== page) whenNotWriting(document, () => setCard(null));
      was = page;
    };
    void browser.tabs.get(tabId).then(
      ({ url }) => went(tabId, { url: url ?? '' }),
      () => {},
    );
    browser.tabs.onUpdated.addListener(went);
    open.signal.addEventListener('abort', () => browser.tabs.onUpdated.removeListener(went));
    return () => open.abort();
  }, []);
  // A card for which “beside the story” was pressed in its page. It is stored where no script in a page can write.
  useEffect(() => {
    const open = new AbortController();
    const take = async () => {
      const place = await takeBesidePlace(browser.storage.session, tabId, Date.now()).catch(() => null);
      if (!place?.card || open.signal.aborted) return;
      const { card: entity } = place;
      const rest = await storyIn(tabId, entity, place.day);
      whenNotWriting(document, () => openCard({ entity, ...rest, ofStory: true, insteadOfPage: false }));
    };
    const { onChanged } = browser.storage.session;
    onChanged.addListener(take);
    open.signal.addEventListener('abort', () => onChanged.removeListener(take));
    void take();
    return () => open.abort();
  }, []);
  useEffect(() => {
    if (!card && opener.current instanceof HTMLElement) opener.current.focus();
  }, [card]);
  // A story that is gone has no such tab.
  useEffect(() => {
    if (!glossary) setAt(NAMES.id);
  }, [glossary === null]);

  const openCard = (shown: ShownCard) => {
    opener.current = document.activeElement;
    setCard(shown);
  };
  const openKnown = (entity: EntityKey) => {
    if (!glossary) return;
    const { day, pageDay, entries } = glossary;
    const here = entries.map((entry) => entry.entity);
    openCard({ entity, unknown: null, days: { day, pageDay }, ofStory: true, here, insteadOfPage: false });
  };
  const openLink = (url: string) => void openTab(url, tabId, true);

  const place = PLACES.find(({ id }) => id === at);
  const instead =
    place && glossary ? (
      <div class="panel-place">
        <place.Here
          tabId={tabId}
          glossary={glossary}
          inPrivate={inPrivate}
          settings={now}
          openCard={openKnown}
          openLink={openLink}
        />
      </div>
    ) : null;
  const nav = glossary ? <PlaceNav places={[NAMES, ...PLACES]} now={at} onGo={setAt} /> : null;
  return (
    <>
      <div class="popup-names" hidden={card !== null}>
        <NamesHere
          tabId={tabId}
          story={story}
          surface={alone ? 'tab' : 'panel'}
          begin={null}
          inPrivate={inPrivate}
          settings={settings}
          now={now}
          text={text}
          onCard={openCard}
          places={{ nav, instead }}
          onBeside={null}
        />
      </div>
      {card && (
        <CardHere
          key={card.entity}
          {...card}
          tabId={tabId}
          inPrivate={inPrivate}
          settings={now}
          leave={leave}
          onAskInCards={(askInCards) => void settings.change({ askInCards })}
          onBack={() => {
            setCard(null);
            // What was written there must show in the lists.
            story.refresh();
          }}
          openTab={openLink}
          openNotes={(entity) => openLink(libraryAt(`note/${encodeURIComponent(entity)}`))}
          onShown={() => {}}
        />
      )}
    </>
  );
}
