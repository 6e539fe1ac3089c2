/**
 * Opens the panel beside the story, synchronously in a click: no browser opens it later. Chromium has a side panel,
 * Firefox a sidebar, and Firefox for Android neither: there it is a tab of ours.
 */
import { browser } from '../../lib/messages';

/** The APIs of the two browsers: not through the polyfill, which knows neither well. */
interface Sides {
  readonly sidePanel?: { open(at: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void>; isOpen(at: { windowId: number }): Promise<boolean> };
}

const sides = (): Sides => browser as unknown as Sides;

export interface PanelPlace {
  readonly windowId: number | null;
  readonly tabId: number | null;
}

/** False: the browser did not accept it as a click of the reader's. */
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

/** If no click in a page can open it: is it open already? A tab of our own needs no permission. */
export async function panelStands({ windowId, tabId }: PanelPlace): Promise<boolean> {
  const { sidebarAction } = sides();
  return sidebarAction ? windowId !== null && sidebarAction.isOpen({ windowId }) : openPanel({ windowId, tabId });
}

/** As a tab by itself it follows only this one. */
export const panelAddress = (tabId: number | null): string => `/panel.html${tabId === null ? '' : `?tab=${tabId}`}`;
