/**
 * May the reader's choice about names be taken? Firefox has a switch of its own for what an extension sends of the pages
 * that are read, and wants to ask for it in the very turn of a press. Where the reader says no, nothing changes.
 */
import { browser } from '../../lib/messages';
import type { NetworkConsent } from '../../lib/settings';

export async function mayChooseNames(names: NetworkConsent): Promise<boolean> {
  if (names !== 'automatic' || import.meta.env.BROWSER !== 'firefox') return true;
  const asked = { data_collection: ['websiteContent'] };
  return browser.permissions.request(asked as object).catch(() => false);
}
