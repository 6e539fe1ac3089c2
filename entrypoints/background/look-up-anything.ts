/**
 * Words that the reader selected, looked up: by the menu of a selection, by a key, or by the button beside it. All open the popup of the toolbar with
 * the words in its search field; where the browser does not open it, a small window of our own. Nothing is asked of anybody
 * here: that is a press in the popup.
 */
import { browser, type Caller } from '../../lib/messages';
import { oneLine } from '../../lib/text';
import { LONGEST_WORDS, leaveSearchPlace, searchAddress, takeSearchPlace } from '../own-page/search-place';
import { readSelection } from '../own-page/selected-words';
import { openSmallWindow } from './small-window';

const ID = 'look-up';

/** The part of a tab that is used. */
interface SearchedTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly incognito: boolean;
}

export function wireLookUpAnything(): void {
  // Firefox for Android has no such menus.
  const menus = browser.contextMenus;
  if (menus) {
    // The browser keeps the menu from then on, whether the worker lives or not.
    browser.runtime.onInstalled.addListener(async () => {
      await menus.removeAll();
      // The browser puts the words in for “%s”.
      menus.create({ id: ID, title: browser.i18n.getMessage('menu_look_up' as never), contexts: ['selection'] });
    });
    menus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
      if (menuItemId === ID) lookUp(oneLine(selectionText ?? '', LONGEST_WORDS), tab);
    });
  }
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === ID) lookUp(null, tab);
  });
}

/** By the button beside a selection. */
export function lookUpSelected({ tabId, windowId, incognito }: Pick<Caller, 'tabId' | 'windowId' | 'incognito'>): void {
  lookUp(null, { id: tabId ?? undefined, windowId: windowId ?? undefined, incognito });
}

/** Words that are null are those that are selected. */
function lookUp(words: string | null, tab: SearchedTab | undefined): void {
  // A viewer of the browser's own (PDF) is no tab, but stands in one.
  const isTab = tab?.id !== undefined && tab.id >= 0;
  const done = isTab ? open(words, tab, tab.id as number) : openOverTabInFront(words);
  done.catch((thrown) => console.warn('Backstory: the search could not be opened', thrown));
}

async function openOverTabInFront(words: string | null): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await open(words, tab, tab.id);
}

async function open(words: string | null, { windowId, incognito }: SearchedTab, tabId: number): Promise<void> {
  const { session } = browser.storage;
  const left = leaveSearchPlace(session, { find: words, tab: tabId });
  try {
    // In the turn of the press, or Firefox opens none: the popup reads by itself what is selected.
    await Promise.all([left, browser.action.openPopup(windowId === undefined ? {} : { windowId })]);
  } catch (thrown) {
    await takeSearchPlace(session, tabId);
    // A private window of Chromium opens no page of an extension.
    if (incognito && !import.meta.env.FIREFOX) throw thrown;
    await openSmallWindow(searchAddress(words ?? (await readSelection(tabId)), tabId), windowId ?? null, incognito);
  }
}
