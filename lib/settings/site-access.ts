/**
 * Where our scripts run. The browser holds the grants, settings hold what the reader chose (reading-ground.ts); from
 * both follow the pages for which the scout is registered and the open tabs that need it now.
 *
 *   chosen, granted  → the scout is registered, and put into tabs that are already open
 *   switched off     → kept out by `excludeMatches`; a living reader script is told to fall silent
 *   anything else    → only where the reader presses "just this once" (activeTab)
 *
 * A scout that cannot rule its document out asks for the reader script, and gets it into exactly that document.
 */
import type { ReadOnce } from './read-once';
import {
  isChosen,
  isFolderServer,
  isRead,
  type ReadingGround,
  type ReadingPatterns,
  readingPatterns,
} from './reading-ground';
import type { NoEntry, SiteAnswer } from './site-answer';
import { grantPattern, isGranted, isSwitchedOff, originCovers, overlap, siteOf } from './site-rules';
import type { Settings } from './types';

export const SCOUT_SCRIPT_ID = 'scout';
const SCOUT = ['scout.js'];
/** In every frame: a page's reader script also marks names in frames of the same origin. */
const MARKS = ['content-scripts/marks.css'];

export interface Tab {
  readonly id?: number | undefined;
  /** Absent if the browser hides it: we have no permission for that tab. */
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

/** One document in a tab; identified by its frame where the browser has no document ids. */
export interface DocumentInTab {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
}

/** The parts of the browser used here. */
export interface SiteAccessParts {
  readonly grantedOrigins: () => Promise<readonly string[]>;
  /** Rejects for what the manifest itself declares. */
  readonly giveBack: (origins: readonly string[]) => Promise<unknown>;
  /** Addresses of the WebDAV folders that are set up. */
  readonly folders: () => Promise<readonly string[]>;
  readonly tabs: () => Promise<readonly Tab[]>;
  readonly tab: (id: number) => Promise<Tab>;
  readonly registered: (id: string) => Promise<ReadingPatterns | null>;
  readonly register: (script: ScoutScript, update: boolean) => Promise<void>;
  readonly unregister: (id: string) => Promise<void>;
  /** Into every frame of the tab that the browser lets us into. */
  readonly injectScout: (tabId: number, js: readonly string[], css: readonly string[]) => Promise<void>;
  readonly injectReader: (place: DocumentInTab) => Promise<void>;
  readonly isAlive: (tabId: number, frameId: number) => Promise<boolean>;
  /** One frame of the tab, or all; ignored where no script is alive. */
  readonly tell: (tabId: number, enabled: boolean, frameId: number | null) => Promise<void>;
  /** As they apply to tabs in private windows, or to all others. */
  readonly settings: (incognito: boolean) => Promise<Settings>;
  readonly once: ReadOnce;
}

export interface ScoutScript {
  readonly id: string;
  readonly js: string[];
  readonly css: string[];
  readonly matches: string[];
  readonly excludeMatches: string[];
  readonly allFrames: true;
  /** A card's frame has no address or origin of its own: the page that made it counts. */
  readonly matchOriginAsFallback: true;
  readonly runAt: 'document_idle';
  readonly persistAcrossSessions: false;
}

/** The sender in a tab, as far as it matters here. */
export interface AskingDocument {
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** Of exactly this document; null in browsers without document ids. */
  readonly documentId: string | null;
  /** Of the frame itself. */
  readonly url: string | null;
  /** Of the tab, not of the frame in it; null if the browser hides it. */
  readonly tabUrl: string | null;
  readonly incognito: boolean;
}

export interface SiteAccess {
  /** Updates registration and open tabs to match grants and settings. Calls run one after the other. */
  sync(): Promise<void>;
  /** Does so if the registration is missing: browsers drop it on restart and on updates of the extension. */
  mend(): Promise<void>;
  site(tabId: number): Promise<SiteAnswer>;
  /** Puts the reader script into a tab that the reader pointed us to. False: the browser does not let us in. */
  useHere(tabId: number): Promise<boolean>;
  /** Acts on one tab at once: its site was switched off or on. */
  apply(tabId: number, on: boolean): Promise<void>;
  mayRead(asking: AskingDocument): Promise<boolean>;
  /** A scout asks for the reader script. False: this document must not be read. */
  readHere(asking: AskingDocument): Promise<boolean>;
  /** Returns the grants of sites taken off the list to the browser; one that a folder needs stays. */
  giveBack(patterns: readonly string[]): Promise<void>;
}

const TOP_FRAME = 0;
const EVERY_FRAME = null;

export function createSiteAccess(parts: SiteAccessParts): SiteAccess {
  let last: Promise<unknown> = Promise.resolve();

  async function groundFor(incognito: boolean): Promise<ReadingGround> {
    const [settings, granted, folders] = await Promise.all([
      parts.settings(incognito),
      parts.grantedOrigins(),
      parts.folders(),
    ]);
    return { settings, granted, folders };
  }

  async function register(before: ReadingPatterns | null, { matches, excludeMatches }: ReadingPatterns) {
    if (matches.length === 0) return before ? parts.unregister(SCOUT_SCRIPT_ID) : undefined;
    await parts.register(
      {
        id: SCOUT_SCRIPT_ID,
        js: SCOUT,
        css: MARKS,
        matches: [...matches],
        excludeMatches: [...excludeMatches],
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_idle',
        persistAcrossSessions: false,
      },
      before !== null,
    );
  }

  /** Adds scouts where there are none. A living reader script is told, and its scouts fall silent at once. */
  async function begin(tabId: number): Promise<void> {
    await parts.tell(tabId, true, EVERY_FRAME);
    await parts.injectScout(tabId, SCOUT, MARKS);
  }

  async function syncNow(): Promise<void> {
    const [before, ground] = await Promise.all([parts.registered(SCOUT_SCRIPT_ID), groundFor(false)]);
    const now = readingPatterns(ground);
    if (!isSame(before, now)) await register(before, now);
    const lost = before?.matches.some((pattern) => !now.matches.includes(pattern)) ?? false;
    await Promise.allSettled(
      (await parts.tabs()).map(async ({ id, url, incognito }) => {
        if (id === undefined) return;
        if (url === undefined) {
          // We are not allowed in, or a page is still loading.
          if (lost) await parts.tell(id, false, EVERY_FRAME);
          return;
        }
        if (closedTo(url) !== null) return;
        const here = incognito ? await groundFor(true) : ground;
        const was = before !== null && covers(before, url);
        if (isSwitchedOff(url, here.settings)) await parts.tell(id, false, EVERY_FRAME);
        else if (isRead(url, here)) await (was ? undefined : begin(id));
        else if (was && !(await parts.once.allows(id, url))) await parts.tell(id, false, EVERY_FRAME);
      }),
    );
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  }

  async function mayRead({ tabId, url, tabUrl, incognito }: AskingDocument): Promise<boolean> {
    if (url === null || siteOf(url) === null) return false;
    const ground = await groundFor(incognito);
    // A frame follows the page around it.
    if (isSwitchedOff(tabUrl ?? '', ground.settings)) return false;
    if (isRead(url, ground)) return true;
    if (tabId === null || tabUrl === null || !(await parts.once.allows(tabId, tabUrl))) return false;
    return originOf(url) === originOf(tabUrl) || !isFolderServer(url, ground.folders);
  }

  return {
    sync: () => inTurn(syncNow),
    mend: () =>
      inTurn(async () => {
        const [known, ground] = await Promise.all([parts.registered(SCOUT_SCRIPT_ID), groundFor(false)]);
        if (known === null && readingPatterns(ground).matches.length > 0) await syncNow();
      }),
    async site(tabId) {
      const { url, incognito } = await parts.tab(tabId);
      const why = closedTo(url);
      const site = siteOf(url ?? '');
      if (why !== null || url === undefined || site === null)
        return { state: 'closed-to-us', why: why ?? 'unknown-address' };
      const [ground, alive] = await Promise.all([groundFor(incognito), parts.isAlive(tabId, TOP_FRAME)]);
      return {
        state: 'open',
        site,
        pattern: grantPattern(site),
        chosen: isChosen(url, ground),
        granted: isGranted(url, ground.granted),
        on: !isSwitchedOff(url, ground.settings),
        reader: alive && (isRead(url, ground) || (await parts.once.allows(tabId, url))) ? 'alive' : 'absent',
        incognito,
      };
    },
    async useHere(tabId) {
      try {
        const { url, incognito } = await parts.tab(tabId);
        if (url !== undefined && !isRead(url, await groundFor(incognito))) {
          await parts.once.allow(tabId, url, incognito);
        }
        if (await parts.isAlive(tabId, TOP_FRAME)) await parts.tell(tabId, true, EVERY_FRAME);
        else await parts.injectReader({ tabId, frameId: TOP_FRAME, documentId: null });
        // Frames of the page may hold a story of their own.
        await parts.injectScout(tabId, SCOUT, MARKS);
        return true;
      } catch {
        return false;
      }
    },
    async apply(tabId, on) {
      const { url, incognito } = await parts.tab(tabId);
      if (on && url !== undefined && isRead(url, await groundFor(incognito))) await begin(tabId);
      else await parts.tell(tabId, on, EVERY_FRAME);
    },
    mayRead,
    async readHere(asking) {
      const { tabId, frameId, documentId } = asking;
      if (tabId === null || frameId === null || !(await mayRead(asking))) return false;
      if (await parts.isAlive(tabId, frameId)) await parts.tell(tabId, true, frameId);
      else await parts.injectReader({ tabId, frameId, documentId });
      return true;
    },
    async giveBack(patterns) {
      const { settings, granted, folders } = await groundFor(false);
      const isWithin = (origin: string, some: readonly string[]) => some.some((one) => overlap(origin, one) === origin);
      const isNeeded = (origin: string) =>
        isWithin(origin, settings.sitesRead) || folders.some((folder) => originCovers(origin, folder));
      const spare = granted.filter((origin) => isWithin(origin, patterns) && !isNeeded(origin));
      await Promise.allSettled(spare.map((origin) => parts.giveBack([origin])));
    },
  };
}

const originOf = (address: string): string => new URL(address).origin;

const covers = ({ matches, excludeMatches }: ReadingPatterns, url: string): boolean =>
  isGranted(url, matches) && !isGranted(url, excludeMatches);

function isSame(before: ReadingPatterns | null, now: ReadingPatterns): boolean {
  const key = ({ matches, excludeMatches }: ReadingPatterns) =>
    JSON.stringify([[...matches].sort(), [...excludeMatches].sort()]);
  return before === null ? now.matches.length === 0 : key(before) === key(now);
}

/** Stores where browsers run no extensions, whatever is granted. */
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** Why none of our scripts can run at this address; null if they can. */
export function closedTo(url: string | undefined): NoEntry | null {
  if (url === undefined || !URL.canParse(url)) return 'unknown-address';
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : 'local-file';
  if (protocol !== 'https:' && protocol !== 'http:') return 'browser-page';
  if (STORES.includes(hostname)) return 'extension-store';
  return pathname.toLowerCase().endsWith('.pdf') ? 'pdf' : null;
}
