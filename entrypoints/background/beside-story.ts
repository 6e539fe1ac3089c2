/**
 * Opens a card in the panel beside its story, on a press in the card; and the key that opens the panel. Where the
 * browser does not open it on that press, the card waits there: an open panel shows it at once, a closed one when the
 * reader opens it.
 */
import type { EntityKey } from '../../lib/facts';
import { type BesideStory, browser, type Caller } from '../../lib/messages';
import type { Day } from '../../lib/time';
import { leaveBesidePlace } from '../own-page/card-place';
import { openPanel, panelStands } from '../own-page/open-panel';

const COMMANDS = ['beside', '_execute_sidebar_action'];

export async function openBesideStory(
  entity: EntityKey,
  day: Day | null,
  { tabId, windowId }: Pick<Caller, 'tabId' | 'windowId'>,
): Promise<BesideStory> {
  // Before any await, or it no longer counts as a press. Firefox accepts none from a page.
  const stands = import.meta.env.FIREFOX ? panelStands({ tabId, windowId }) : openPanel({ tabId, windowId });
  if (tabId !== null) {
    const place = { card: entity, day, tab: tabId };
    await leaveBesidePlace(browser.storage.session, place, Date.now());
  }
  if (await stands) return { state: 'here' };
  const commands = await browser.commands.getAll();
  return { state: 'waits', key: commands.find(({ name = '' }) => COMMANDS.includes(name))?.shortcut || null };
}

/** Firefox has a command of its own for it that needs no listener. */
export function wireBesideKey(): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'beside') void openPanel({ windowId: tab?.windowId ?? null, tabId: tab?.id ?? null });
  });
}
