/** The key that opens the panel. Firefox has a command of its own for that, and needs nobody to hear it. */
import { browser } from '../../lib/messages';
import { openPanel } from '../own-page/open-panel';

export function wirePanelKey(): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'beside') void openPanel({ windowId: tab?.windowId ?? null, tabId: tab?.id ?? null });
  });
}
