/**
 * Connects the panel beside a story: its tab, and what it shows of the story. `panel.html?tab=ID` is a panel in a tab,
 * for that tab alone.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice, UnstoredNotes } from '../../components/glossary';
import { useText } from '../../components/kit';
import { browser } from '../../lib/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { readCardPlace } from '../own-page/card-place';
import { setUpPage } from '../own-page/set-up-page';
import { useUnstored } from '../own-page/use-unstored';
import { type FollowedTab, followTabs, stayWith } from './follow-tabs';
import { StoryBeside } from './story-beside';
import { whenNotWriting } from './when-not-writing';

const { text, settings, paint, draw } = setUpPage('panel_title');
const { tab: only } = readCardPlace(location.search);

function Panel() {
  const { t } = useText();
  const [now, setNow] = useState<Settings>(DEFAULT_SETTINGS);
  /** Undefined until the browser has answered. */
  const [beside, setBeside] = useState<FollowedTab | null | undefined>(undefined);
  const unstored = useUnstored();
  const last = useRef<number | null | undefined>(undefined);

  useEffect(() => {
    const open = new AbortController();
    const { signal } = open;
    const show = (read: Settings) => {
      paint(read.theme);
      setNow(read);
    };
    void settings.get().then(show);
    settings.subscribe(show, signal);
    const told = (tab: FollowedTab | null) => {
      // Not while the reader is using it: a page may open another by itself.
      whenNotWriting(document, () => {
        if (last.current === (tab?.tabId ?? null)) return;
        last.current = tab?.tabId ?? null;
        setBeside(tab);
      });
    };
    if (only !== null) stayWith(only, told, signal);
    else void browser.windows.getCurrent().then(({ id }) => id !== undefined && followTabs(id, told, signal));
    return () => open.abort();
  }, []);

  return (
    <>
      {beside === undefined && (
        <header class="popup-head">
          <h1>{t('extension_name')}</h1>
        </header>
      )}
      {beside === null && <Notice>{t('panel_no_tab')}</Notice>}
      {beside && (
        <StoryBeside
          key={beside.tabId}
          {...beside}
          text={text}
          settings={settings}
          now={now}
          leave={unstored.leave}
          alone={only !== null}
        />
      )}
      <UnstoredNotes names={unstored.names} />
    </>
  );
}

draw('popup', <Panel />);
