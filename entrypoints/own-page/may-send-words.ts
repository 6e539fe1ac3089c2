/**
 * May the words of a search be sent? The press on the button that says so is the consent. Firefox has a switch of its own
 * for what an extension sends of searches, and wants to ask for it in the very turn of that press; where it was given before
 * it asks nothing. Where the reader says no, nothing is sent.
 */
import { browser } from '../../lib/messages';

export async function maySendWords(): Promise<boolean> {
  if (import.meta.env.BROWSER !== 'firefox') return true;
  const asked = { data_collection: ['searchTerms'] };
  return browser.permissions.request(asked as object).catch(() => false);
}
