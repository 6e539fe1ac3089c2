/** Remembers how long a wiki wants to be left alone, beyond the death of the service worker (30 s idle). */
import type { BackstoryDatabase } from '../database';

export interface PauseMemory {
  /** Epoch milliseconds before which `api` must not be asked; 0 if it may. */
  until(api: string): Promise<number>;
  remember(api: string, until: number): Promise<void>;
}

export function createPauseMemory(database: BackstoryDatabase): PauseMemory {
  // Also in memory, in case the database cannot be written.
  const known = new Map<string, number>();
  const name = (api: string) => `paused ${api}`;
  return {
    async until(api) {
      const stored = await database.meta.get(name(api)).catch(() => undefined);
      return Math.max(known.get(api) ?? 0, stored?.value ?? 0);
    },
    async remember(api, until) {
      known.set(api, until);
      await database.meta.put({ name: name(api), value: until }).catch(() => {});
    },
  };
}
