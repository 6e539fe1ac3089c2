/** Where a card opens that must be out of the page's reach. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Caller } from '../../../lib/messages';

const stage = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../lib/messages', () => ({
  get browser() {
    return stage.browser;
  },
}));

import { openBeside } from '../../../entrypoints/background/open-beside';

const caller = { tabId: 7, windowId: 3, incognito: false } as Caller;
const windows = { get: vi.fn(), create: vi.fn() };
const tabs = { create: vi.fn() };
const session = { set: vi.fn(async () => {}) };
const action = { openPopup: vi.fn(async () => {}) };

beforeEach(() => {
  vi.resetAllMocks();
  windows.get.mockResolvedValue({ left: 100, top: 50, width: 1200 });
  windows.create.mockResolvedValue({});
  stage.browser = {
    windows,
    tabs,
    action,
    storage: { session },
    runtime: { getURL: (path: string) => `ours:/${path}` },
  };
});
afterEach(() => vi.unstubAllEnvs());

const URL_OF_CARD = 'ours://popup.html?card=iran&day=2020-11-20&tab=7';

it('opens a small window at the side of the story', async () => {
  await openBeside('iran', '2020-11-20', caller);
  expect(windows.create.mock.calls).toEqual([
    [{ url: URL_OF_CARD, type: 'popup', width: 420, height: 640, incognito: false, left: 860, top: 130 }],
  ]);
});

it('opens it wherever the browser puts it when the story’s window is gone', async () => {
  windows.get.mockRejectedValue(new Error('no such window'));
  await openBeside('iran', null, caller);
  expect(windows.create.mock.calls).toEqual([
    [{ url: 'ours://popup.html?card=iran&tab=7', type: 'popup', width: 420, height: 640, incognito: false }],
  ]);
});

it('opens it also when the browser rejects the position', async () => {
  windows.create.mockRejectedValueOnce(new Error('Invalid value for bounds.'));
  await openBeside('iran', null, caller);
  expect(windows.create).toHaveBeenCalledTimes(2);
  expect(windows.create.mock.lastCall?.[0]).not.toHaveProperty('left');
});

it('opens a tab where there are no windows', async () => {
  stage.browser.windows = undefined;
  await openBeside('iran', '2020-11-20', caller);
  expect(tabs.create.mock.calls).toEqual([[{ url: URL_OF_CARD }]]);
});

it('opens the toolbar popup for a private window, with nothing in its address', async () => {
  await openBeside('iran', '2020-11-20', { ...caller, incognito: true });
  expect(session.set.mock.calls).toEqual([[{ 'card-place': { card: 'iran', day: '2020-11-20', tab: 7 } }]]);
  expect(action.openPopup.mock.calls).toEqual([[{ windowId: 3 }]]);
  expect([windows.create.mock.calls, tabs.create.mock.calls]).toEqual([[], []]);
});

it('opens a private window in Firefox, which opens no popup without a click of its own', async () => {
  vi.stubEnv('FIREFOX', 'true');
  windows.get.mockResolvedValue({ left: 100, top: 50, width: 1200, incognito: true });
  await openBeside('iran', '2020-11-20', { ...caller, incognito: true });
  expect(windows.create.mock.calls[0]).toMatchObject([{ url: URL_OF_CARD, incognito: true }]);
  expect(session.set).not.toHaveBeenCalled();
});
