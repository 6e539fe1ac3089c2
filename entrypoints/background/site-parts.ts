/** The browser API that lib/settings needs to decide where our scripts may run, and their injection. */
import { browser, callReader, toCallError } from '../../lib/messages';
import type { SiteAccessParts } from '../../lib/settings';

const READER = ['reader.js'];

/**
 * Marks in shadow trees: in Firefox a `::highlight` rule of the page's own origin reaches none of them, one of the reader's
 * ("user") reaches all, and the page sees neither.
 */
const AS_USER = { cssOrigin: 'user' } as const;

type Files = Parameters<typeof browser.scripting.executeScript>[0]['files'];
/** The cast: WXT knows the names of the built files only after the first build. */
const built = (files: readonly string[]) => [...files] as unknown as NonNullable<Files>;

export const siteParts: Omit<SiteAccessParts, 'folders' | 'settings' | 'once'> = {
  grantedOrigins: async () => (await browser.permissions.getAll()).origins ?? [],
  giveBack: (origins) => browser.permissions.remove({ origins: [...origins] }),
  tabs: () => browser.tabs.query({}),
  tab: (id) => browser.tabs.get(id),
  async registered(id) {
    const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
    return script ? { matches: script.matches ?? [], excludeMatches: script.excludeMatches ?? [] } : null;
  },
  async register(script, update) {
    const { scripting } = browser;
    const put = (one: typeof script) =>
      update ? scripting.updateContentScripts([one]) : scripting.registerContentScripts([one]);
    try {
      await put({ ...script, ...AS_USER });
    } catch {
      // Chromium and older Firefoxes know no such option; Chromium needs none.
      await put(script);
    }
  },
  unregister: (id) => browser.scripting.unregisterContentScripts({ ids: [id] }),
  async injectScout(tabId, js, css) {
    const target = { tabId, allFrames: true };
    await browser.scripting.insertCSS({ target, files: [...css], origin: 'USER' });
    await browser.scripting.executeScript({ target, files: built(js) });
  },
  async injectReader({ tabId, frameId, documentId }) {
    const target = documentId === null ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
    await browser.scripting.executeScript({ target, files: built(READER) });
  },
  isAlive: (tabId, frameId) =>
    callReader(tabId, 'ping', {}, frameId).then(
      () => true,
      () => false,
    ),
  tell: (tabId, enabled, frameId) =>
    callReader(tabId, 'settingsChanged', { enabled }, frameId).catch((thrown) => {
      if (toCallError(thrown).code !== 'no-receiver') throw thrown;
    }),
};
