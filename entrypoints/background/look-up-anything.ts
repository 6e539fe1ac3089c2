/**
 * Looks up words that the reader selected: from the context menu, by a key, or by the button beside the selection. All
 * open the toolbar popup with the words in its search field, or a small window of ours if the browser does not open the
 * popup. No request is sent here: that needs a press in the popup.
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
      // The browser replaces “%s” by the words.
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

/** If the words are null, the selection is read. */
function lookUp(words: string | null, tab: SearchedTab | undefined): void {
  // A viewer of the browser's own (PDF) is not a tab, but is inside one.
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
    // Synchronously in the click, or Firefox does not open it: the popup reads the selection itself.
    await Promise.all([left, browser.action.openPopup(windowId === undefined ? {} : { windowId })]);
  } catch (thrown) {
    await takeSearchPlace(session, tabId);
    // A private window of Chromium opens no page of an extension.
    if (incognito && !import.meta.env.FIREFOX) throw thrown;
    await openSmallWindow(searchAddress(words ?? (await readSelection(tabId)), tabId), windowId ?? null, incognito);
  }
}
