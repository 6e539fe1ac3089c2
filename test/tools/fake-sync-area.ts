/**
 * `storage.sync` in memory, with the limits and the words of Chromium. That it refuses just what the browsers refuse is
 * checked against both in test/browser/sync/browser-account.test.ts.
 */
import type { SyncArea } from '../../lib/sync/remotes/browser-account';

export const QUOTA = { bytesPerItem: 8192, bytes: 102_400, items: 512, perMinute: 120, perHour: 1800 };

export interface FakeSyncArea extends SyncArea {
  readonly items: Map<string, unknown>;
  /** Calls of `set` and `remove` that were let through. */
  readonly writes: () => number;
}

const sizeOf = (key: string, value: unknown) => Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value));

export function fakeSyncArea(now: () => number = () => 0): FakeSyncArea {
  const items = new Map<string, unknown>();
  let times: number[] = [];
  let writes = 0;

  function countWrite(): void {
    times = times.filter((time) => now() - time < 3_600_000);
    const inMinute = times.filter((time) => now() - time < 60_000).length;
    if (inMinute >= QUOTA.perMinute) throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    if (times.length >= QUOTA.perHour) throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.');
    times.push(now());
    writes++;
  }

  return {
    items,
    writes: () => writes,
    get: async () => structuredClone(Object.fromEntries(items)),
    async set(added) {
      countWrite();
      const after = new Map([...items, ...Object.entries(added)]);
      const entries = Object.entries(added);
      if (entries.some(([key, value]) => sizeOf(key, value) > QUOTA.bytesPerItem))
        throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if ([...after].reduce((sum, [key, value]) => sum + sizeOf(key, value), 0) > QUOTA.bytes)
        throw new Error('QUOTA_BYTES quota exceeded');
      if (after.size > QUOTA.items) throw new Error('MAX_ITEMS quota exceeded');
      for (const [key, value] of entries) items.set(key, structuredClone(value));
    },
    async remove(keys) {
      countWrite();
      for (const key of keys) items.delete(key);
    },
  };
}
