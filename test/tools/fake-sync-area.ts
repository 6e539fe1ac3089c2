/**
 * `storage.sync` in memory, with the limits and the words of Chromium or Firefox. That it refuses just what they refuse
 * is checked against both in test/browser/sync/browser-account.test.ts.
 */
import type { SyncArea } from '../../lib/sync/remotes/browser-account';

export const QUOTA = { bytesPerItem: 8192, bytes: 102_400, items: 512, perMinute: 120, perHour: 1800 };

export interface FakeSyncArea extends SyncArea {
  readonly items: Map<string, unknown>;
  /** Calls of `set` and `remove`. */
  readonly writes: () => number;
}

const sizeOf = (key: string, value: unknown) => Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value));

/** Firefox measures all items as one JSON object; Chromium adds them up. */
const wholeOf = (items: ReadonlyMap<string, unknown>, browser: 'chromium' | 'firefox') =>
  browser === 'firefox'
    ? Buffer.byteLength(JSON.stringify(Object.fromEntries(items)))
    : [...items].reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);

export function fakeSyncArea(now: () => number = () => 0, browser: 'chromium' | 'firefox' = 'chromium'): FakeSyncArea {
  const items = new Map<string, unknown>();
  let times: number[] = [];
  let writes = 0;

  function refuse(quota: string): never {
    throw new Error(
      browser === 'firefox'
        ? 'QuotaExceededError: storage.sync API call exceeded its quota limitations.'
        : `${quota} quota exceeded`,
    );
  }

  function countWrite(): void {
    writes++;
    if (browser === 'firefox') return;
    times = times.filter((time) => now() - time < 3_600_000);
    const inMinute = times.filter((time) => now() - time < 60_000).length;
    if (inMinute >= QUOTA.perMinute) throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    if (times.length >= QUOTA.perHour) throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.');
    times.push(now());
  }

  return {
    items,
    writes: () => writes,
    get: async () => structuredClone(Object.fromEntries(items)),
    async set(added) {
      countWrite();
      const after = new Map([...items, ...Object.entries(added)]);
      const entries = Object.entries(added);
      if (entries.some(([key, value]) => sizeOf(key, value) > QUOTA.bytesPerItem)) refuse('QUOTA_BYTES_PER_ITEM');
      if (wholeOf(after, browser) > QUOTA.bytes) refuse('QUOTA_BYTES');
      if (after.size > QUOTA.items) refuse('MAX_ITEMS');
      for (const [key, value] of entries) items.set(key, structuredClone(value));
    },
    async remove(keys) {
      countWrite();
      for (const key of keys) items.delete(key);
    },
  };
}
