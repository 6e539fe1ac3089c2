/** When the panel opens on a press in a card, and where the card waits for it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const stage = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../lib/messages', () => ({
  get browser() {
    return stage.browser;
  },
}));

import { openBesideStory, wireBesideKey } from '../../../entrypoints/background/beside-story';

const caller = { tabId: 7, windowId: 3 };
const set = vi.fn(async () => {});
const create = vi.fn(async () => ({}));
const commands = [
  { name: 'look-up', shortcut: 'Alt+Shift+L' },
  { name: 'beside', shortcut: 'Alt+Shift+S' },
];
const heard: ((command: string, tab?: object) => void)[] = [];
const sidePanel = { open: vi.fn(async (_: object) => {}) };
const sidebarAction = { open: vi.fn(async () => {}), isOpen: vi.fn(async () => false) };
const left = { 'beside-place': { card: 'iran', day: '2020-11-20', tab: 7, at: 1_000 } };

beforeEach(() => {
  vi.clearAllMocks();
  heard.length = 0;
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  stage.browser = {
    storage: { session: { set } },
    tabs: { create },
    commands: { getAll: async () => commands, onCommand: { addListener: (one: never) => heard.push(one) } },
    runtime: { getURL: (path: string) => `ours:/${path}` },
  };
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('opens the side panel before waiting for anything, and leaves it the card', async () => {
  stage.browser.sidePanel = sidePanel;
  const answer = openBesideStory('iran', '2020-11-20', caller);
  // Chromium takes it for the reader's press in this turn alone.
  expect(sidePanel.open.mock.calls).toEqual([[{ windowId: 3 }]]);
  expect(await answer).toEqual({ state: 'here' });
  expect(set.mock.calls).toEqual([[left]]);
});

it('stores the card and names the shortcut key when the browser does not accept the click for it', async () => {
  stage.browser.sidePanel = { open: vi.fn(async () => Promise.reject(new Error('no user gesture'))) };
  expect(await openBesideStory('iran', '2020-11-20', caller)).toEqual({ state: 'waits', key: 'Alt+Shift+S' });
  expect(set.mock.calls).toEqual([[left]]);
});

it('does not try to open Firefox’s sidebar, which accepts no click in a page', async () => {
  vi.stubEnv('FIREFOX', 'true');
  stage.browser.sidebarAction = sidebarAction;
  commands[1] = { name: '_execute_sidebar_action', shortcut: '' };
  expect(await openBesideStory('iran', '2020-11-20', caller)).toEqual({ state: 'waits', key: null });
  expect(sidebarAction.isOpen.mock.calls).toEqual([[{ windowId: 3 }]]);
  expect(sidebarAction.open).not.toHaveBeenCalled();
  sidebarAction.isOpen.mockResolvedValueOnce(true);
  expect(await openBesideStory('iran', '2020-11-20', caller)).toEqual({ state: 'here' });
  expect(set.mock.calls).toEqual([[left], [left]]);
});

it('opens a tab in browsers with neither', async () => {
  vi.stubEnv('FIREFOX', 'true');
  expect(await openBesideStory('iran', '2020-11-20', caller)).toEqual({ state: 'here' });
  expect(create.mock.calls).toEqual([[{ url: 'ours://panel.html?tab=7' }]]);
});

it('opens on its own shortcut key, and on no other', () => {
  stage.browser.sidePanel = sidePanel;
  wireBesideKey();
  for (const command of ['look-up', 'next-mention', 'beside']) heard[0]?.(command, { id: 7, windowId: 5 });
  expect(sidePanel.open.mock.calls).toEqual([[{ windowId: 5 }]]);
});
