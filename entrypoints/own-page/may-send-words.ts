/**
 * May the words of a search be sent? The press on the button that says so is the consent. Firefox has a switch of its own
 * for what an extension sends of searches, and wants to ask for it in the very turn of that press. Where the reader says no,
 * nothing is sent.
 */
import { browser } from '../../lib/messages';

/** Until the browser has told: asking for what was granted before asks nobody. */
let mustAsk = import.meta.env.BROWSER === 'firefox';

/** Once, before there is anything to press: afterwards it would be too late to ask in that turn. */
export async function learnWhatMayBeSent(): Promise<void> {
  if (!mustAsk) return;
  const granted: object = await browser.permissions.getAll();
  // An older Firefox has no such switch.
  mustAsk =
    'data_collection' in granted &&
    !(Array.isArray(granted.data_collection) && granted.data_collection.includes('searchTerms'));
}

export async function maySendWords(): Promise<boolean> {
  if (!mustAsk) return true;
  const asked = { data_collection: ['searchTerms'] };
  return browser.permissions.request(asked as object).catch(() => false);
}
