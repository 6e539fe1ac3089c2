import { describe, expect, it } from 'vitest';
import {
  closedTo,
  createPrivateChoices,
  createSiteAccess,
  DEFAULT_SETTINGS,
  type ReaderScript,
  type Settings,
  type Tab,
} from '../../../lib/settings';
import { memoryArea } from './memory-area';

/** A browser with some tabs; `living` holds the tabs with a reader script. */
function browserWith(tabs: readonly Tab[], granted: string[], settings: Partial<Settings> = {}) {
  const world = {
    granted,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    script: null as ReaderScript | null,
    living: new Set<number>(),
    told: [] as [tabId: number, enabled: boolean][],
    injected: [] as number[],
    shut: new Set<number>(),
    registrations: 0,
  };
  const choices = createPrivateChoices(memoryArea().area);
  const access = createSiteAccess({
    grantedOrigins: async () => world.granted,
    tabs: async () => tabs,
    tab: async (id) => tabs.find((tab) => tab.id === id) ?? Promise.reject(new Error('no such tab')),
    registered: async () => world.script !== null,
    register: async (script, update) => {
      if (update !== (world.script !== null)) throw new Error('Duplicate or missing script ID');
      world.script = script;
      world.registrations += 1;
    },
    unregister: async () => {
      if (!world.script) throw new Error('no such script');
      world.script = null;
    },
    inject: async (tabId) => {
      if (world.shut.has(tabId)) throw new Error('Cannot access contents of the page');
      world.injected.push(tabId);
      world.living.add(tabId);
    },
    isAlive: async (tabId) => world.living.has(tabId),
    tell: async (tabId, enabled) => void world.told.push([tabId, enabled]),
    settings: async (incognito) => (incognito ? choices.over(world.settings) : world.settings),
  });
  return { world, access, choices };
}

const a = { id: 1, url: 'https://www.a.org/story', incognito: false };
const b = { id: 2, url: 'https://b.org/story', incognito: false };
const hidden = { id: 3, incognito: false };
const settingsPage = { id: 4, url: 'chrome://settings', incognito: false };
const privateA = { id: 5, url: 'https://a.org/other', incognito: true };

describe('where the reader script runs', () => {
  it('nowhere at first', async () => {
    const { world, access } = browserWith([a, b, hidden], []);
    await access.sync();
    expect(world.script).toBeNull();
    expect(world.injected).toEqual([]);
  });

  it('on granted sites, also in tabs that are already open, and once only', async () => {
    const { world, access } = browserWith([a, b, hidden, settingsPage], ['*://*.a.org/*']);
    await Promise.all([access.sync(), access.sync()]);
    expect(world.script).toMatchObject({
      matches: ['*://*.a.org/*'],
      excludeMatches: [],
      persistAcrossSessions: false,
    });
    expect(world.injected).toEqual([1]);
  });

  it('not on a granted site that was switched off; a living script there is told', async () => {
    const { world, access } = browserWith([a, b], ['*://*/*'], { sitesOff: ['a.org'] });
    world.living.add(1);
    await access.sync();
    expect(world.script?.excludeMatches).toEqual(['*://a.org/*', '*://www.a.org/*']);
    expect(world.told).toEqual([[1, false]]);
    expect(world.injected).toEqual([2]);
  });

  it('no longer once the last grant is taken back', async () => {
    const { world, access } = browserWith([a], ['*://*.a.org/*']);
    await access.sync();
    world.granted = [];
    await access.sync();
    await access.sync();
    expect(world.script).toBeNull();
  });

  it('after the browser has dropped the registration, in a worker that was woken by anything', async () => {
    const { world, access } = browserWith([a], ['*://*.a.org/*']);
    await access.mend();
    expect(world.script).not.toBeNull();
    expect(world.injected).toEqual([1]);
    await access.mend();
    expect(world.registrations).toBe(1);
    const bare = browserWith([a], []);
    await bare.access.mend();
    expect(bare.world.script).toBeNull();
  });

  it('in no frame of a site that was switched off, though the top frame has no reader', async () => {
    const { world, access } = browserWith([a], ['*://*/*'], { sitesOff: ['a.org'] });
    await access.sync();
    await access.apply(1, false);
    expect(world.told).toEqual([
      [1, false],
      [1, false],
    ]);
    expect(world.injected).toEqual([]);
  });

  it('after a switch back on, without a reload', async () => {
    const { world, access } = browserWith([a], ['*://*.a.org/*']);
    world.living.add(1);
    await access.apply(1, false);
    await access.apply(1, true);
    expect(world.told).toEqual([
      [1, false],
      [1, true],
    ]);
    world.living.clear();
    await access.apply(1, true);
    expect(world.injected).toEqual([1]);
  });

  it('where the reader points, if the browser lets it in', async () => {
    const { world, access } = browserWith([b], []);
    expect(await access.useHere(2)).toBe(true);
    expect(world.injected).toEqual([2]);
    world.living.clear();
    world.shut.add(2);
    expect(await access.useHere(2)).toBe(false);
  });

  it('in a private window as the reader said there, with nothing stored', async () => {
    const { world, access, choices } = browserWith([a, privateA], ['*://*.a.org/*']);
    await choices.add({ type: 'switch-site', site: 'a.org', on: false });
    expect(await access.site(5)).toMatchObject({ on: false, incognito: true });
    expect(await access.site(1)).toMatchObject({ on: true, incognito: false });
    await access.sync();
    expect(world.injected).toEqual([1]);
    expect(world.settings.sitesOff).toEqual([]);
  });
});

describe('how a tab stands', () => {
  it('is told with the pattern that a grant needs', async () => {
    const { access } = browserWith([a, hidden], []);
    expect(await access.site(1)).toEqual({
      state: 'open',
      site: 'a.org',
      pattern: '*://*.a.org/*',
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
  ])('%s is closed to us: %s', (url, why) => expect(closedTo(url)).toBe(why));
});
