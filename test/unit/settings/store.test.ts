import { beforeEach, describe, expect, it } from 'vitest';
import {
  allowAgain,
  createSettings,
  DEFAULT_SETTINGS,
  mute,
  refuse,
  type SettingsArea,
  switchSite,
} from '../../../lib/settings';

/** `storage.local` as the browsers have it: values are copies, listeners hear of changes. */
function memoryArea(initial: Record<string, unknown> = {}) {
  const items = new Map(Object.entries(initial));
  const listeners = new Set<(changes: Record<string, unknown>) => void>();
  const tell = (keys: string[]) => {
    const changes = Object.fromEntries(keys.map((key) => [key, { newValue: items.get(key) }]));
    if (keys.length > 0) for (const listener of listeners) listener(changes);
  };
  const area: SettingsArea = {
    get: async () => structuredClone(Object.fromEntries(items)),
    set: async (more) => {
      for (const [key, value] of Object.entries(more)) items.set(key, structuredClone(value));
      tell(Object.keys(more));
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
      tell(keys);
    },
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  return { area, items, listeners };
}

let store: ReturnType<typeof memoryArea>;
beforeEach(() => {
  store = memoryArea();
});

describe('settings', () => {
  it('are the defaults for a new reader, with nothing stored', async () => {
    expect(await createSettings(store.area).get()).toEqual(DEFAULT_SETTINGS);
    expect(store.items.size).toBe(0);
  });

  it('store only what the reader set, and delete what went back to the default', async () => {
    const settings = createSettings(store.area);
    await settings.change({ density: 'quiet', restMs: 500 });
    expect(Object.fromEntries(store.items)).toEqual({
      'settings.version': 1,
      'settings.density': 'quiet',
      'settings.restMs': 500,
    });
    expect(await settings.change({ density: DEFAULT_SETTINGS.density })).toMatchObject({
      density: 'normal',
      restMs: 500,
    });
    expect([...store.items.keys()]).not.toContain('settings.density');
  });

  it.each([
    ['settings.density', 'loud'],
    ['settings.restMs', 5000],
    ['settings.restMs', 'NaN'],
    ['settings.wikiApi', 'http://example.org/api.php'],
    ['settings.wikiApi', 'javascript:alert(1)'],
    ['settings.sitesOff', { length: 3 }],
    ['settings.refused', [['a', 'b']].flat().join()],
    ['settings.muted', [1, 2]],
    ['settings.known', ['']],
    ['settings.version', 'soon'],
  ])('fall back to the default only for a broken %s', async (key, value) => {
    store = memoryArea({
      [key]: value,
      'settings.theme': 'dark',
      'other-room': 1,
    });
    expect(await createSettings(store.area).get()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
    });
  });

  it('are the defaults when the store cannot be read', async () => {
    const settings = createSettings({
      ...store.area,
      get: () => Promise.reject(new Error('disk')),
    });
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
  });

  it('refuse to write a value that is not allowed', async () => {
    const settings = createSettings(store.area);
    await expect(settings.change({ wikiApi: 'http://example.org/w/api.php' })).rejects.toThrow();
    await expect(settings.change({ restMs: -1 })).rejects.toThrow();
    expect(store.items.size).toBe(0);
    await settings.change({ wikiApi: 'http://127.0.0.1:8080/api.php' });
    expect((await settings.get()).wikiApi).toBe('http://127.0.0.1:8080/api.php');
  });

  it('lose no change when many are made at once', async () => {
    const settings = createSettings(store.area);
    await Promise.all(Array.from({ length: 20 }, (_, n) => settings.change(mute(`entity-${n}`, true))));
    expect((await settings.get()).muted).toHaveLength(20);
  });

  it('notify subscribers until they unsubscribe, but not of keys of other modules', async () => {
    const settings = createSettings(store.area);
    const leaving = new AbortController();
    const heard: string[] = [];
    settings.subscribe((now) => heard.push(now.theme), leaving.signal);
    await settings.change({ theme: 'dark' });
    await store.area.set({ 'notes.count': 1 });
    await new Promise((done) => setTimeout(done));
    expect(heard).toEqual(['dark']);
    leaving.abort();
    expect(store.listeners.size).toBe(0);
  });

  it('can store and undo a refusal, a mute and a site', async () => {
    const settings = createSettings(store.area);
    await settings.change(refuse('the times', 'the-times-london'));
    await settings.change(refuse('the times', 'the-times-london'));
    await settings.change(refuse('the times', 'straits-times'));
    await settings.change(refuse('constructor', 'x'));
    expect((await settings.get()).refused).toEqual({
      'the times': ['the-times-london', 'straits-times'],
    });
    await settings.change(allowAgain('the times', 'the-times-london'));
    await settings.change(allowAgain('the times', 'straits-times'));
    await settings.change(switchSite('example.org', false));
    await settings.change(switchSite('example.org', true));
    await settings.change(mute('iran', true));
    await settings.change(mute('iran', false));
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
  });
});
