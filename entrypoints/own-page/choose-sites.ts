import { browser } from '../../lib/messages';
import { chooseSites, dropSites, type SettingsStore } from '../../lib/settings';

/**
 * Puts sites on the list of those that are read, and asks the browser for them. To be called in the very turn of a
 * press: it asks nobody later. A popup may close under the question, so the wish is stored before the answer, and taken
 * back when the answer is no. A wish without a grant reads nothing. False: the browser was told no.
 */
export async function chooseSitesHere(settings: SettingsStore, patterns: readonly string[]): Promise<boolean> {
  const asked = browser.permissions.request({ origins: [...patterns] }).catch(() => false);
  const before = await settings.get();
  await settings.change(chooseSites(patterns));
  if (await asked) return true;
  const fresh = patterns.filter((pattern) => !before.sitesRead.includes(pattern));
  await settings.change((now) => ({ ...dropSites(fresh)(now), sitesOff: before.sitesOff }));
  return false;
}
