import { browser } from '../../lib/messages';
import { chooseSites, dropSites, type SettingsStore } from '../../lib/settings';

/**
 * Adds sites to the list of those that are read, and requests the browser's permission. Must be called synchronously in
 * a click. A popup may close under the prompt, so the choice is stored before the answer, and removed again if it is
 * no. A site without permission is not read. False: permission was refused.
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
