/**
 * Where the reader script runs. The browser holds the truth (granted origins), settings hold what the reader switched
 * off; from both follow which pages the script is registered for and which open tabs need it now.
 *
 *   granted, on      → registered; injected into tabs that are already open
 *   granted, off     → kept out by `excludeMatches`; a living script is told to fall silent
 *   not granted      → only where the reader presses "just this once" (activeTab)
 */
import type { NoEntry, SiteAnswer } from '../messages';
import { grantPattern, isGranted, isSwitchedOff, offPatterns, siteOf } from './site-rules';
import type { Settings } from './types';

export const READER_SCRIPT_ID = 'reader';
const JS = ['reader.js'];
const CSS = ['content-scripts/marks.css'];

export interface Tab {
  readonly id?: number | undefined;
  /** Absent where the browser keeps it from us: nothing was granted for that tab. */
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

/** The browser, as far as it is used here. */
export interface SiteAccessParts {
  readonly grantedOrigins: () => Promise<readonly string[]>;
  readonly tabs: () => Promise<readonly Tab[]>;
  readonly tab: (id: number) => Promise<Tab>;
  readonly registered: (id: string) => Promise<boolean>;
  readonly register: (script: ReaderScript, update: boolean) => Promise<void>;
  readonly unregister: (id: string) => Promise<void>;
  readonly inject: (tabId: number, js: readonly string[], css: readonly string[]) => Promise<void>;
  readonly isAlive: (tabId: number) => Promise<boolean>;
  /** Every frame of the tab; where nobody lives, nobody is told. */
  readonly tell: (tabId: number, enabled: boolean) => Promise<void>;
  /** As they hold for tabs of private windows, or for all others. */
  readonly settings: (incognito: boolean) => Promise<Settings>;
}

export interface ReaderScript {
  readonly id: string;
  readonly js: string[];
  readonly css: string[];
  readonly matches: string[];
  readonly excludeMatches: string[];
  readonly allFrames: true;
  /** The frame of a card has no address and no origin of its own: the page that made it counts. */
  readonly matchOriginAsFallback: true;
  readonly runAt: 'document_idle';
  readonly persistAcrossSessions: false;
}

export interface SiteAccess {
  /** Brings registration and open tabs in line with grants and settings. Calls are run one after the other. */
  sync(): Promise<void>;
  /** Does so where the registration is missing: browsers drop it when they restart, or when the extension is renewed. */
  mend(): Promise<void>;
  site(tabId: number): Promise<SiteAnswer>;
  /** False: the browser lets nobody in. */
  useHere(tabId: number): Promise<boolean>;
  /** Acts on one tab at once, granted or not. */
  apply(tabId: number, on: boolean): Promise<void>;
}

export function createSiteAccess(parts: SiteAccessParts): SiteAccess {
  let last: Promise<unknown> = Promise.resolve();

  async function register(origins: readonly string[], settings: Settings): Promise<void> {
    const known = await parts.registered(READER_SCRIPT_ID);
    if (origins.length === 0) return known ? parts.unregister(READER_SCRIPT_ID) : undefined;
    const excludeMatches = settings.sitesOff.flatMap(offPatterns);
    await parts.register(
      {
        id: READER_SCRIPT_ID,
        js: JS,
        css: CSS,
        matches: [...origins],
        excludeMatches,
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_idle',
        persistAcrossSessions: false,
      },
      known,
    );
  }

  async function bringInLine(tab: Tab, granted: boolean, on: boolean): Promise<void> {
    if (tab.id === undefined) return;
    // The top frame may have no reader where a frame in it has one: all are told to stop, whoever answers.
    if (!on || (await parts.isAlive(tab.id))) await parts.tell(tab.id, on);
    else if (granted) await parts.inject(tab.id, JS, CSS);
  }

  async function syncNow(): Promise<void> {
    const [origins, settings] = await Promise.all([parts.grantedOrigins(), parts.settings(false)]);
    await register(origins, settings);
    const tabs = (await parts.tabs()).filter(({ url }) => url !== undefined && closedTo(url) === null);
    await Promise.allSettled(
      tabs.map(async (tab) => {
        const url = tab.url ?? '';
        const wishes = tab.incognito ? await parts.settings(true) : settings;
        return bringInLine(tab, isGranted(url, origins), !isSwitchedOff(url, wishes));
      }),
    );
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  }

  return {
    sync: () => inTurn(syncNow),
    mend: () =>
      inTurn(async () => {
        const [origins, known] = await Promise.all([parts.grantedOrigins(), parts.registered(READER_SCRIPT_ID)]);
        if (origins.length > 0 && !known) await syncNow();
      }),
    async site(tabId) {
      const { url, incognito } = await parts.tab(tabId);
      const why = closedTo(url);
      const site = siteOf(url ?? '');
      if (why !== null || url === undefined || site === null)
        return { state: 'closed-to-us', why: why ?? 'unknown-address' };
      const [origins, settings, alive] = await Promise.all([
        parts.grantedOrigins(),
        parts.settings(incognito),
        parts.isAlive(tabId),
      ]);
      return {
        state: 'open',
        site,
        pattern: grantPattern(site),
        granted: isGranted(url, origins),
        on: !isSwitchedOff(url, settings),
        reader: alive ? 'alive' : 'absent',
        incognito,
      };
    },
    async useHere(tabId) {
      try {
        if (await parts.isAlive(tabId)) await parts.tell(tabId, true);
        else await parts.inject(tabId, JS, CSS);
        return true;
      } catch {
        return false;
      }
    },
    async apply(tabId, on) {
      const tab = await parts.tab(tabId);
      const granted = tab.url !== undefined && isGranted(tab.url, await parts.grantedOrigins());
      await bringInLine(tab, granted, on);
    },
  };
}

/** Stores in which the browsers let no extension run, whatever is granted. */
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** Why no script of ours can run at this address; null when one can. */
export function closedTo(url: string | undefined): NoEntry | null {
  if (url === undefined || !URL.canParse(url)) return 'unknown-address';
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : 'local-file';
  if (protocol !== 'https:' && protocol !== 'http:') return 'browser-page';
  if (STORES.includes(hostname)) return 'extension-store';
  return pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : null;
}
