/** Which tab the panel belongs to, over a simulated browser with windows and tabs. */
import { beforeEach, expect, it, vi } from 'vitest';

interface Tab {
  id: number;
  windowId: number;
  active: boolean;
  incognito: boolean;
}
const stage = vi.hoisted(() => ({
  tabs: [] as unknown[],
  heard: {} as Record<string, Set<(...args: never[]) => void>>,
}));
vi.mock('../../../lib/messages', () => {
  const event = (name: string) => {
    stage.heard[name] = new Set();
    return {
      addListener: (one: () => void) => stage.heard[name]?.add(one),
      removeListener: (one: () => void) => stage.heard[name]?.delete(one),
    };
  };
  return {
    browser: {
      tabs: {
        query: async (wish: Partial<Tab>) =>
          (stage.tabs as Tab[]).filter((tab) => tab.active === wish.active && tab.windowId === wish.windowId),
        get: async (id: number) => {
          const tab = (stage.tabs as Tab[]).find((one) => one.id === id);
          if (!tab) throw new Error('no such tab');
          return tab;
        },
        // Firefox replaces no tabs.
        ...Object.fromEntries(
          ['onActivated', 'onAttached', 'onDetached', 'onRemoved'].map((name) => [name, event(name)]),
        ),
      },
    },
  };
});

import { type FollowedTab, followTabs, stayWith } from '../../../entrypoints/panel/follow-tabs';

const tab = (id: number, windowId: number, active: boolean, incognito = false): Tab => ({
  id,
  windowId,
  active,
  incognito,
});
const fire = async (name: string, ...args: unknown[]) => {
  for (const one of stage.heard[name] ?? []) one(...(args as never[]));
  await new Promise((done) => setTimeout(done));
};
const last = (told: ReturnType<typeof vi.fn>): FollowedTab | null => told.mock.lastCall?.[0];

beforeEach(() => {
  stage.tabs = [tab(1, 10, true), tab(2, 10, false), tab(3, 20, true, true)];
  for (const all of Object.values(stage.heard)) all.clear();
});

it('is the active one, whatever tab is activated, closed, or moved to another window', async () => {
  const told = vi.fn();
  followTabs(10, told, new AbortController().signal);
  await fire('none');
  expect(last(told)).toEqual({ tabId: 1, inPrivate: false });
  stage.tabs = [tab(1, 10, false), tab(2, 10, true), tab(3, 20, true, true)];
  await fire('onActivated');
  expect(last(told)).toEqual({ tabId: 2, inPrivate: false });
  stage.tabs = [tab(1, 10, true), tab(2, 30, true), tab(3, 20, true, true)];
  await fire('onDetached');
  expect(last(told)).toEqual({ tabId: 1, inPrivate: false });
  stage.tabs = [tab(3, 20, true, true)];
  await fire('onRemoved');
  expect(last(told)).toBeNull();
});

it('recognises a private window, and no tab of another one', async () => {
  const told = vi.fn();
  followTabs(20, told, new AbortController().signal);
  await fire('none');
  expect(last(told)).toEqual({ tabId: 3, inPrivate: true });
  stage.tabs = [tab(1, 10, false), tab(2, 10, true), tab(3, 20, true, true)];
  await fire('onActivated');
  expect(last(told)).toEqual({ tabId: 3, inPrivate: true });
});

it('is not followed any more once its panel is closed', async () => {
  const told = vi.fn();
  const life = new AbortController();
  followTabs(10, told, life.signal);
  await fire('none');
  life.abort();
  await fire('onActivated');
  expect(told).toHaveBeenCalledTimes(1);
  expect(Object.values(stage.heard).map(({ size }) => size)).toEqual([0, 0, 0, 0]);
});

it('stays the same for a panel that is a tab by itself, until that tab is closed', async () => {
  const told = vi.fn();
  stayWith(2, told, new AbortController().signal);
  await fire('onActivated');
  expect(last(told)).toEqual({ tabId: 2, inPrivate: false });
  await fire('onRemoved', 1);
  expect(told).toHaveBeenCalledTimes(1);
  await fire('onRemoved', 2);
  expect(last(told)).toBeNull();
});

it('is missing if that tab does not exist', async () => {
  const told = vi.fn();
  stayWith(9, told, new AbortController().signal);
  await fire('none');
  expect(last(told)).toBeNull();
});
