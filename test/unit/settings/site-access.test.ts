/** Where our scripts run. Long because the rules share one browser that the test plays. */
import { describe, expect, it } from 'vitest';
import {
  type AskingDocument,
  closedTo,
  createPrivateChoices,
  createReadOnce,
  createSiteAccess,
  DEFAULT_SETTINGS,
  type DocumentInTab,
  type ScoutScript,
  type Settings,
  type Tab,
} from '../../../lib/settings';
import { memoryArea } from './memory-area';

const ALL = '*://*/*';
const CLOUD = 'https://cloud.org/dav/';

/** A browser with some tabs; `living` holds the tabs with a reader script in their top frame. */
function browserWith(
  tabs: readonly Tab[],
  granted: string[],
  settings: Partial<Settings> = {},
  folders: string[] = [],
) {
  const world = {
    granted,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    script: null as ScoutScript | null,
    living: new Set<number>(),
    told: [] as [tabId: number, enabled: boolean][],
    scouted: [] as number[],
    readers: [] as DocumentInTab[],
    shut: new Set<number>(),
    registrations: 0,
  };
  const choices = createPrivateChoices(memoryArea().area);
  const access = createSiteAccess({
    grantedOrigins: async () => world.granted,
    giveBack: async (origins) => {
      world.granted = world.granted.filter((one) => !origins.includes(one));
    },
    folders: async () => folders,
    tabs: async () => tabs,
    tab: async (id) => tabs.find((tab) => tab.id === id) ?? Promise.reject(new Error('no such tab')),
    registered: async () => world.script,
    register: async (script, update) => {
      if (update !== (world.script !== null)) throw new Error('Duplicate or missing script ID');
      world.script = script;
      world.registrations += 1;
    },
    unregister: async () => {
      if (!world.script) throw new Error('no such script');
      world.script = null;
    },
    injectScout: async (tabId) => {
      if (world.shut.has(tabId)) throw new Error('Cannot access contents of the page');
      world.scouted.push(tabId);
    },
    injectReader: async (place) => {
      if (world.shut.has(place.tabId)) throw new Error('Cannot access contents of the page');
      world.readers.push(place);
      if (place.frameId === 0) world.living.add(place.tabId);
    },
    isAlive: async (tabId, frameId) => frameId === 0 && world.living.has(tabId),
    tell: async (tabId, enabled) => void world.told.push([tabId, enabled]),
    settings: async (incognito) => (incognito ? choices.over(world.settings) : world.settings),
    once: createReadOnce(memoryArea().area),
  });
  return { world, access, choices };
}

/** A call out of a frame of that tab. */
const from = (tab: Tab, frameId = 0, url = tab.url ?? null): AskingDocument => ({
  tabId: tab.id ?? null,
  frameId,
  documentId: `D${frameId}`,
  url,
  tabUrl: tab.url ?? null,
  incognito: tab.incognito,
});

const a = { id: 1, url: 'https://www.a.org/story', incognito: false };
const b = { id: 2, url: 'https://b.org/story', incognito: false };
const hidden = { id: 3, incognito: false };
const settingsPage = { id: 4, url: 'chrome://settings', incognito: false };
const cloud = { id: 6, url: 'https://cloud.org/apps/mail', incognito: false };
const privateA = { id: 5, url: 'https://a.org/other', incognito: true };

const READS_A = { sitesRead: ['*://*.a.org/*'] };
const READS_ALL = { sitesRead: [ALL] };

describe('the scout runs', () => {
  it('nowhere at first', async () => {
    const { world, access } = browserWith([a, b, hidden], []);
    await access.sync();
    expect(world.script).toBeNull();
    expect(world.scouted).toEqual([]);
  });

  it('on sites that are chosen and granted, also in tabs that are already open, and only once', async () => {
    const { world, access } = browserWith([a, b, hidden, settingsPage], ['*://*.a.org/*'], READS_A);
    await Promise.all([access.sync(), access.sync()]);
    expect(world.script).toMatchObject({
      js: ['scout.js'],
      matches: ['*://*.a.org/*'],
      excludeMatches: [],
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: false,
    });
    expect(world.scouted).toEqual([1]);
    expect(world.registrations).toBe(1);
  });

  it('on no site that is merely granted, since that grant has another purpose', async () => {
    const { world, access } = browserWith([a, cloud], ['https://cloud.org/*', '*://*.a.org/*'], {}, [CLOUD]);
    await access.sync();
    await access.mend();
    await access.apply(6, true);
    expect(world.script).toBeNull();
    expect(world.scouted).toEqual([]);
    expect(await access.readHere(from(cloud))).toBe(false);
    expect(world.readers).toEqual([]);
  });

  it('not on the server of a sync folder, even if all sites are read, unless it is chosen by name', async () => {
    const { world, access } = browserWith([a, cloud], [ALL], READS_ALL, [CLOUD]);
    await access.sync();
    expect(world.script).toMatchObject({ matches: [ALL], excludeMatches: ['*://cloud.org/*'] });
    expect(world.scouted).toEqual([1]);
    expect(await access.mayRead(from(a, 3, 'https://cloud.org/mail'))).toBe(false);
    world.settings = { ...world.settings, sitesRead: [ALL, '*://*.cloud.org/*'] };
    await access.sync();
    expect(world.script?.excludeMatches).toEqual([]);
    expect(world.scouted).toEqual([1, 6]);
  });

  it('not on a site that was switched off; a running reader script there is told', async () => {
    const { world, access } = browserWith([a, b], [ALL], { ...READS_ALL, sitesOff: ['a.org'] });
    world.living.add(1);
    await access.sync();
    expect(world.script?.excludeMatches).toEqual(['*://a.org/*', '*://www.a.org/*']);
    expect(world.told).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(world.scouted).toEqual([2]);
  });

  it.each([
    ['the grant is taken back', { granted: [] }, {}],
    ['the site is taken off the list', {}, { sitesRead: [] }],
  ])('no longer once %s, and a running reader script there is told', async (_what, change, settings) => {
    const { world, access } = browserWith([a, b], ['*://*.a.org/*'], READS_A);
    await access.sync();
    world.living.add(1);
    world.told.length = 0;
    Object.assign(world, change, { settings: { ...world.settings, ...settings } });
    await access.sync();
    await access.sync();
    expect(world.script).toBeNull();
    expect(world.told).toEqual([[1, false]]);
    expect(await access.mayRead(from(a))).toBe(false);
  });

  it('no longer in a tab whose address disappeared with the grant', async () => {
    const tab: { id: number; url?: string; incognito: boolean } = { ...a };
    const { world, access } = browserWith([tab], ['*://*.a.org/*'], READS_A);
    await access.sync();
    delete tab.url;
    world.granted = [];
    world.told.length = 0;
    await access.sync();
    await access.sync();
    expect(world.told).toEqual([[1, false]]);
    // One that gains a site must not silence a tab that is just on its way there.
    world.granted = ['*://*.a.org/*'];
    await access.sync();
    expect(world.told).toHaveLength(1);
  });

  it('again after the browser has dropped the registration, whatever woke the worker', async () => {
    const { world, access } = browserWith([a], ['*://*.a.org/*'], READS_A);
    await access.mend();
    expect(world.script).not.toBeNull();
    expect(world.scouted).toEqual([1]);
    await access.mend();
    expect(world.registrations).toBe(1);
    const bare = browserWith([a], [], READS_A);
    await bare.access.mend();
    expect(bare.world.script).toBeNull();
  });

  it('in no frame of a site that was switched off, even if the top frame has no reader script', async () => {
    const { world, access } = browserWith([a], [ALL], { ...READS_ALL, sitesOff: ['a.org'] });
    await access.sync();
    await access.apply(1, false);
    expect(world.told).toEqual([
      [1, false],
      [1, false],
    ]);
    expect(world.scouted).toEqual([]);
  });

  it('again after switching back on, without a reload, in all frames', async () => {
    const { world, access } = browserWith([a], ['*://*.a.org/*'], READS_A);
    world.living.add(1);
    await access.apply(1, false);
    expect(world.scouted).toEqual([]);
    await access.apply(1, true);
    expect(world.told).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(world.scouted).toEqual([1]);
  });

  it('in a private window as the reader chose there, without storing it', async () => {
    const { world, access, choices } = browserWith([a, privateA], ['*://*.a.org/*'], READS_A);
    await choices.add({ type: 'switch-site', site: 'a.org', on: false });
    expect(await access.site(5)).toMatchObject({ on: false, incognito: true });
    expect(await access.site(1)).toMatchObject({ on: true, incognito: false });
    await access.sync();
    expect(world.scouted).toEqual([1]);
    expect(world.settings.sitesOff).toEqual([]);
  });
});

describe('the reader script is injected', () => {
  it('into the document whose scout asks, and no other', async () => {
    const { world, access } = browserWith([a, b], [ALL], READS_A);
    expect(await access.readHere(from(a, 4))).toBe(true);
    expect(world.readers).toEqual([{ tabId: 1, frameId: 4, documentId: 'D4' }]);
    expect(await access.readHere(from(b))).toBe(false);
    // A chosen site within a stranger's page; a stranger within a chosen one; no page of the web.
    expect(await access.readHere(from(b, 5, 'https://a.org/frame'))).toBe(true);
    expect(await access.readHere(from(a, 6, 'https://b.org/frame'))).toBe(false);
    expect(await access.readHere(from(a, 7, 'about:srcdoc'))).toBe(false);
    expect(await access.readHere({ ...from(a), tabId: null })).toBe(false);
    expect(world.readers).toHaveLength(2);
  });

  it('only once: one that is running is told', async () => {
    const { world, access } = browserWith([a], [ALL], READS_A);
    world.living.add(1);
    expect(await access.readHere(from(a))).toBe(true);
    expect(world.readers).toEqual([]);
    expect(world.told).toEqual([[1, true]]);
  });

  it('into no frame of a page that is switched off', async () => {
    const { access } = browserWith([a], [ALL], { ...READS_ALL, sitesOff: ['a.org'] });
    expect(await access.readHere(from(a, 3, 'https://b.org/frame'))).toBe(false);
  });

  it('where the reader asks, if the browser allows it, for that site alone', async () => {
    const { world, access } = browserWith([b], [], {}, [CLOUD]);
    expect(await access.mayRead(from(b))).toBe(false);
    expect(await access.useHere(2)).toBe(true);
    expect(world.readers).toEqual([{ tabId: 2, frameId: 0, documentId: null }]);
    expect(world.scouted).toEqual([2]);
    expect(await access.mayRead(from(b))).toBe(true);
    expect(await access.site(2)).toMatchObject({ chosen: false, reader: 'alive' });
    expect(await access.mayRead(from(b, 3, 'https://b.org/frame'))).toBe(true);
    expect(await access.mayRead(from(b, 3, 'https://cloud.org/mail'))).toBe(false);
    expect(await access.mayRead(from({ ...b, url: 'https://c.org/' }))).toBe(false);
    expect(await access.mayRead(from({ ...b, id: 9 }))).toBe(false);
    world.living.clear();
    world.shut.add(2);
    expect(await access.useHere(2)).toBe(false);
  });

  it('and counts as not running, for the popup, in a tab whose site was removed from the list', async () => {
    const { world, access } = browserWith([a], ['*://*.a.org/*'], READS_A);
    world.living.add(1);
    expect(await access.site(1)).toMatchObject({ chosen: true, granted: true, reader: 'alive' });
    world.settings = { ...world.settings, sitesRead: [] };
    expect(await access.site(1)).toMatchObject({ chosen: false, granted: true, reader: 'absent' });
  });
});

describe('permissions that are given back to the browser', () => {
  it.each<[name: string, dropped: string, granted: string[], sitesRead: string[], folders: string[], left: string[]]>([
    ['the grant of a dropped site', '*://*.a.org/*', ['*://*.a.org/*', '*://*.b.org/*'], [], [], ['*://*.b.org/*']],
    ['parts of it', '*://*.a.org/*', ['https://news.a.org/*'], [], [], []],
    ['not what a folder needs', '*://*.cloud.org/*', ['https://cloud.org/*'], [], [CLOUD], ['https://cloud.org/*']],
    ['not all sites, where a folder has no other', ALL, [ALL], [], [CLOUD], [ALL]],
    ['all sites, and not those still chosen', ALL, [ALL, '*://*.a.org/*'], ['*://*.a.org/*'], [], ['*://*.a.org/*']],
    ['nothing wider than what was dropped', '*://*.a.org/*', [ALL], [], [], [ALL]],
  ])('%s', async (_name, dropped, granted, sitesRead, folders, left) => {
    const { world, access } = browserWith([], granted, { sitesRead }, folders);
    await access.giveBack([dropped]);
    expect(world.granted).toEqual(left);
  });
});

describe('the state of a tab', () => {
  it('comes with the pattern that a permission needs', async () => {
    const { access } = browserWith([a, hidden], []);
    expect(await access.site(1)).toEqual({
      state: 'open',
      site: 'a.org',
      pattern: '*://*.a.org/*',
      chosen: false,
      granted: false,
      on: true,
      reader: 'absent',
      incognito: false,
    });
    expect(await access.site(3)).toEqual({ state: 'closed-to-us', why: 'unknown-address' });
  });

  it.each([
    ['chrome://newtab', 'browser-page'],
    ['about:addons', 'browser-page'],
    ['moz-extension://x/y.html', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'extension-store'],
    ['https://addons.mozilla.org/', 'extension-store'],
    ['https://a.org/report.PDF?x=1', 'pdf'],
    ['file:///home/x.html', 'local-file'],
    ['https://a.org/pdf', null],
    [undefined, 'unknown-address'],
  ])('%s cannot be accessed: %s', (url, why) => expect(closedTo(url)).toBe(why));
});
