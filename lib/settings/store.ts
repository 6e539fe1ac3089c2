import { currentVersion, migrate, PREFIX, readStored, type Stored, storedPatch, VERSION_KEY } from './stored';
import type { Settings } from './types';

/** The part of `browser.storage.local` used here. */
export interface SettingsArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  readonly onChanged: {
    addListener(listener: (changes: Record<string, unknown>) => void): void;
    removeListener(listener: (changes: Record<string, unknown>) => void): void;
  };
}

export interface SettingsReader {
  get(): Promise<Settings>;
  /** Called after every change, whichever context made it. */
  subscribe(listener: (settings: Settings) => void, signal: AbortSignal): void;
}

export interface SettingsStore extends SettingsReader {
  /** Applies a change to the current settings, without another writer in between. */
  change(by: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<Settings>;
}

/** Runs one writer after the other. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Across all pages and the worker where the browser has Web Locks, else within this context. Reader scripts must not
 * write: their locks would belong to the page's origin.
 */
function exclusiveWriter(): Exclusive {
  const locks = globalThis.navigator?.locks;
  if (locks) return async (work) => locks.request('backstory-settings', work);
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  };
}

async function load(area: Pick<SettingsArea, 'get'>): Promise<Stored> {
  try {
    const all = await area.get(null);
    return migrate(Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(PREFIX))));
  } catch {
    return {}; // unreadable settings count as unset
  }
}

/** The reader's settings in `browser.storage.local`, for scripts that only read them: these carry no code to write. */
export function createSettingsReader(area: Pick<SettingsArea, 'get' | 'onChanged'>): SettingsReader {
  return {
    async get() {
      return readStored(await load(area));
    },
    subscribe(listener, signal) {
      if (signal.aborted) return;
      const heard = async (changes: Record<string, unknown>) => {
        if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
        const settings = readStored(await load(area));
        if (!signal.aborted) listener(settings);
      };
      area.onChanged.addListener(heard);
      signal.addEventListener('abort', () => area.onChanged.removeListener(heard), { once: true });
    },
  };
}

export function createSettings(area: SettingsArea, exclusive: Exclusive = exclusiveWriter()): SettingsStore {
  return {
    ...createSettingsReader(area),
    change(by) {
      return exclusive(async () => {
        const stored = await load(area);
        const now = readStored(stored);
        const change = typeof by === 'function' ? by(now) : by;
        const { set, remove } = storedPatch(change);
        // The migrated rest is written too, so that the store never mixes two versions.
        await area.set({
          ...stored,
          [VERSION_KEY]: stored[VERSION_KEY] ?? currentVersion(),
          ...set,
        });
        if (remove.length > 0) await area.remove([...remove]);
        return { ...now, ...change };
      });
    },
  };
}
