/** Which tab the panel belongs to: the active one in its window, whatever happens to tabs. */
import { browser } from '../../lib/messages';

export interface FollowedTab {
  readonly tabId: number;
  readonly inPrivate: boolean;
}

/** Calls back whenever it may be another tab, or there is none. */
export function followTabs(windowId: number, told: (tab: FollowedTab | null) => void, signal: AbortSignal): void {
  let turns = 0;
  async function look(): Promise<void> {
    const turn = ++turns;
    const [tab] = await browser.tabs.query({ active: true, windowId }).catch(() => []);
    if (turn === turns && !signal.aborted) told(besideOf(tab));
  }
  const { onActivated, onAttached, onDetached, onRemoved, onReplaced } = browser.tabs;
  const all = [onActivated, onAttached, onDetached, onRemoved, onReplaced];
  // Firefox replaces none.
  for (const event of all) event?.addListener(look);
  signal.addEventListener('abort', () => {
    for (const event of all) event?.removeListener(look);
  });
  void look();
}

/** Only one tab, for a panel that is a tab by itself. */
export function stayWith(tabId: number, told: (tab: FollowedTab | null) => void, signal: AbortSignal): void {
  const { onRemoved } = browser.tabs;
  const gone = (id: number) => {
    if (id === tabId) told(null);
  };
  onRemoved.addListener(gone);
  signal.addEventListener('abort', () => onRemoved.removeListener(gone));
  browser.tabs.get(tabId).then(
    (tab) => told(besideOf(tab)),
    () => told(null),
  );
}

const besideOf = (
  tab: { readonly id?: number | undefined; readonly incognito?: boolean | undefined } | undefined,
): FollowedTab | null =>
  tab?.id === undefined
    ? null
    : { tabId: tab.id, inPrivate: tab.incognito === true || browser.extension?.inIncognitoContext === true };
