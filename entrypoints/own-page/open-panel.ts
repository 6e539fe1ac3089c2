/**
 * Opens the panel beside the story, in the very turn of a press: no browser opens it later. Chromium has a side panel, Firefox
 * a sidebar, and where neither is (Firefox for Android) it is a tab of our own.
 */
import { browser } from '../../lib/messages';

/** What both browsers have, each one of them: past the polyfill, which knows neither well. */
interface Sides {
  readonly sidePanel?: { open(at: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void>; isOpen(at: { windowId: number }): Promise<boolean> };
}

const sides = (): Sides => browser as unknown as Sides;

export interface PanelPlace {
  readonly windowId: number | null;
  readonly tabId: number | null;
}

/** False: the browser did not take it for the reader's press. */
export function openPanel({ windowId, tabId }: PanelPlace): Promise<boolean> {
  const { sidePanel, sidebarAction } = sides();
  const opened =
    sidePanel && windowId !== null
      ? sidePanel.open({ windowId })
      : (sidebarAction?.open() ?? browser.tabs.create({ url: browser.runtime.getURL(panelAddress(tabId) as never) }));
  return opened.then(
    () => true,
    () => false,
  );
}

/** Where no press in a page may open it: does it stand there already? A tab of our own needs no leave. */
export async function panelStands({ windowId, tabId }: PanelPlace): Promise<boolean> {
  const { sidebarAction } = sides();
  return sidebarAction ? windowId !== null && sidebarAction.isOpen({ windowId }) : openPanel({ windowId, tabId });
}

/** As a tab by itself it follows no other than this one. */
export const panelAddress = (tabId: number | null): string => `/panel.html${tabId === null ? '' : `?tab=${tabId}`}`;
