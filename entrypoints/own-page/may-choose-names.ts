/**
 * May the reader's choice about names be applied? Firefox has its own permission for what an extension sends about
 * pages, which must be requested synchronously in a click. If it is refused, nothing changes.
 */
import { browser } from '../../lib/messages';
import type { NetworkConsent } from '../../lib/settings';

export async function mayChooseNames(names: NetworkConsent): Promise<boolean> {
  if (names !== 'automatic' || import.meta.env.BROWSER !== 'firefox') return true;
  const asked = { data_collection: ['websiteContent'] };
  return browser.permissions.request(asked as object).catch(() => false);
}
