/** The menu of a selection and the key that look words up: over a browser that opens the popup, or does not. */
import { beforeEach, expect, it, vi } from 'vitest';

const stage = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../lib/messages', () => ({
  get browser() {
    return stage.browser;
  },
}));

import { wireLookUpAnything } from '../../../entrypoints/background/look-up-anything';

type Heard = (...given: unknown[]) => unknown;
const heard: Record<string, Heard> = {};
const event = (name: string) => ({
  addListener(listener: Heard) {
    heard[name] = listener;
  },
});

const TAB = { id: 7, windowId: 3, incognito: false };
const memory: Record<string, unknown> = {};
const action = { openPopup: vi.fn(async (_where: object) => {}) };
const contextMenus = { removeAll: vi.fn(async () => {}), create: vi.fn(), onClicked: event('menu') };
const windows = {
  get: vi.fn(async () => ({ left: 100, top: 50, width: 1200 })),
  create: vi.fn(async (_what: object) => ({})),
};
const tabs = { query: vi.fn(async () => [TAB]), create: vi.fn() };
const scripting = { executeScript: vi.fn(async () => [{ result: '' }, { result: ' Ilva\nBrandecker ' }]) };

beforeEach(() => {
  vi.clearAllMocks();
  for (const kept of [memory, heard]) for (const key of Object.keys(kept)) delete kept[key];
  action.openPopup.mockImplementation(async () => {});
  stage.browser = {
    action,
    contextMenus,
    windows,
    tabs,
    scripting,
    commands: { onCommand: event('command') },
    i18n: { getMessage: (key: string) => key },
    runtime: { onInstalled: event('installed'), getURL: (path: string) => `ours:/${path}` },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: memory[key] }),
        set: async (items: object) => void Object.assign(memory, items),
        remove: async (key: string) => void delete memory[key],
      },
    },
  };
});

const choose = (selectionText: string | undefined, tab: object | undefined = TAB) =>
  heard.menu?.({ menuItemId: 'look-up', selectionText }, tab);

it('has one item in the context menu of a selection, created anew with each version', async () => {
  wireLookUpAnything();
  await heard.installed?.();
  expect(contextMenus.removeAll).toHaveBeenCalledOnce();
  expect(contextMenus.create.mock.calls).toEqual([[{ id: 'look-up', title: 'menu_look_up', contexts: ['selection'] }]]);
});

it('opens the popup directly in the click, with the words in one plain line', async () => {
  wireLookUpAnything();
  choose(`\u202e Ilva \n Brandecker ${'x'.repeat(5_000)}`);
  // Firefox opens none a moment later.
  expect(action.openPopup.mock.calls).toEqual([[{ windowId: 3 }]]);
  await vi.waitFor(() => expect(memory['search-place']).toMatchObject({ tab: 7 }));
  const { find } = memory['search-place'] as { find: string };
  expect(find).toMatch(/^Ilva Brandecker x+$/);
  expect(find).toHaveLength(200);
  expect(windows.create).not.toHaveBeenCalled();
});

it('lets the popup read the selection when a key was pressed', async () => {
  wireLookUpAnything();
  heard.command?.('look-up', TAB);
  expect(action.openPopup).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(memory['search-place']).toEqual({ find: null, tab: 7 }));
  expect(scripting.executeScript).not.toHaveBeenCalled();
});

it('opens a small window when the browser opens no popup, and then reads the selection itself', async () => {
  action.openPopup.mockRejectedValue(new Error('no user gesture'));
  wireLookUpAnything();
  heard.command?.('look-up', TAB);
  await vi.waitFor(() => expect(windows.create).toHaveBeenCalledOnce());
  expect(windows.create.mock.calls[0]).toMatchObject([
    { url: 'ours://popup.html?find=Ilva+Brandecker&tab=7', type: 'popup', incognito: false },
  ]);
  // The next popup is not to find it.
  expect(memory).toEqual({});
});

it('opens an empty search when nothing can be read', async () => {
  action.openPopup.mockRejectedValue(new Error('no user gesture'));
  scripting.executeScript.mockRejectedValueOnce(new Error('closed to us'));
  wireLookUpAnything();
  heard.command?.('look-up', TAB);
  await vi.waitFor(() => expect(windows.create).toHaveBeenCalledOnce());
  expect(windows.create.mock.calls[0]).toMatchObject([{ url: 'ours://popup.html?find=&tab=7' }]);
});

it('opens no page of ours for a private window in Chromium: only the popup belongs to that window', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  action.openPopup.mockRejectedValue(new Error('no'));
  wireLookUpAnything();
  choose('Ilva', { ...TAB, incognito: true });
  await vi.waitFor(() => expect(warned).toHaveBeenCalledOnce());
  expect(windows.create).not.toHaveBeenCalled();
  expect(memory).toEqual({});
});

it('uses the active tab when the browser names none', async () => {
  wireLookUpAnything();
  choose('Ilva', { id: -1, incognito: false });
  await vi.waitFor(() => expect(memory['search-place']).toEqual({ find: 'Ilva', tab: 7 }));
});

it('ignores other menu items and keys', () => {
  wireLookUpAnything();
  heard.menu?.({ menuItemId: 'other', selectionText: 'Ilva' }, TAB);
  heard.command?.('next-mention', TAB);
  expect(action.openPopup).not.toHaveBeenCalled();
});

it('has only keys when the browser has no context menus', () => {
  stage.browser.contextMenus = undefined;
  wireLookUpAnything();
  expect(Object.keys(heard)).toEqual(['command']);
});
