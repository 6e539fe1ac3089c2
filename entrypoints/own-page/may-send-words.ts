/**
 * May the words of a search be sent? The press on the button that says so is the consent. Firefox has its own
 * permission for what an extension sends of searches, which must be requested synchronously in that click. If it is
 * refused, nothing is sent.
 */
import { browser } from '../../lib/messages';

/** Until the browser has answered: requesting a permission that was granted before shows no prompt. */
let mustAsk = import.meta.env.BROWSER === 'firefox';

/** Once, before there is anything to press: later it would be too late to request it synchronously. */
export async function learnWhatMayBeSent(): Promise<void> {
  if (!mustAsk) return;
  const granted: object = await browser.permissions.getAll();
  // An older Firefox has no such permission.
  mustAsk =
    'data_collection' in granted &&
    !(Array.isArray(granted.data_collection) && granted.data_collection.includes('searchTerms'));
}

export async function maySendWords(): Promise<boolean> {
  if (!mustAsk) return true;
  const asked = { data_collection: ['searchTerms'] };
  return browser.permissions.request(asked as object).catch(() => false);
}
