/** Wires the popup: which tab, what state it is in, what its buttons do. `popup.html?tab=ID` is the same as a full tab. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  glossaryFileName,
  glossaryMarkdown,
  type PopupCalls,
  type PopupState,
  PopupView,
} from '../../components/glossary';
import type { MessageKey } from '../../components/kit';
import { browser, callBackground, callReader, type NotesDanger, toCallError } from '../../lib/messages';
import { chooseSites, grantPattern } from '../../lib/settings';
import { chooseSitesHere } from '../own-page/choose-sites';
import { saveFile } from '../own-page/save-file';
import { setUpPage } from '../own-page/set-up-page';
import { lookWhileSeen } from './look-while-seen';
import { popupState } from './popup-state';

/** While the story is being read the list grows; afterwards it seldom changes. */
const SCANNING_MS = 300;
const CALM_MS = 1500;

const { text, settings, paint, draw } = setUpPage('popup_title');
const askedTab = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
const asTab = Number.isSafeInteger(askedTab);
document.documentElement.classList.toggle('as-tab', asTab);

function Popup({ tabId }: { readonly tabId: number }) {
  const [state, setState] = useState<PopupState>({ at: 'loading' });
  const [marksHidden, setMarksHidden] = useState(false);
  const [word, setWord] = useState<MessageKey | null>(null);
  const [danger, setDanger] = useState<NotesDanger>({ state: 'none' });

  /** Another round of looking begins at once, in the pace that suits what it finds. */
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    const open = new AbortController();
    const show = ({ theme, marksHidden: hidden }: { theme: 'system' | 'light' | 'dark'; marksHidden: boolean }) => {
      paint(theme);
      setMarksHidden(hidden);
    };
    void settings.get().then(show);
    settings.subscribe(show, open.signal);
    // Not worth a word if it cannot be told.
    void callBackground('notesInDanger', {}).then(setDanger, () => {});
    return () => open.abort();
  }, []);

  useEffect(() => {
    const open = new AbortController();
    const look = async () => {
      const now = await popupState(tabId, { callBackground, callReader, fromToolbar: !asTab });
      if (!open.signal.aborted) setState(now);
      return now.at === 'reading' && now.glossary.state === 'scanning' ? SCANNING_MS : CALM_MS;
    };
    lookWhileSeen(document, look, open.signal);
    return () => open.abort();
  }, [tabId, round]);

  /** Nobody there to read: the next look says so. */
  const readAgain = (anyway: boolean) => callReader(tabId, 'readAgain', { anyway }).then(refresh, refresh);

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
      if (!shown) setWord('popup_reveal_failed');
      else if (!asTab) window.close();
    },
    hideMarks: (hidden) => void settings.change({ marksHidden: hidden }),
    exportGlossary(glossary) {
      saveFile(new Blob([glossaryMarkdown(glossary, text)], { type: 'text/markdown' }), glossaryFileName(glossary));
    },
    async openLibrary(place) {
      await browser.tabs.create({ url: browser.runtime.getURL(`/library.html#${place}` as never) });
      if (!asTab) window.close();
    },
  };
  return <PopupView state={state} marksHidden={marksHidden} word={word} danger={danger} on={on} />;
}

async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  // Firefox for Android has tabs and no windows.
  if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
}

async function start(): Promise<void> {
  const tab = asTab ? askedTab : (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (tab !== undefined) draw('popup', <Popup tabId={tab} />);
}

void start();
