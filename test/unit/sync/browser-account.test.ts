import { describe, expect, it } from 'vitest';
import { SyncError } from '../../../lib/sync';
import type { SyncArea } from '../../../lib/sync/remotes/browser-account';
import { accountOf } from '../../tools/account-of';
import { fakeSyncArea, QUOTA } from '../../tools/fake-sync-area';

const { signal } = new AbortController();
const trouble = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof SyncError ? error.code : String(error)),
  );
/** An item of so many bytes. */
const item = (key: string, bytes: number) => ({ [key]: 'x'.repeat(bytes - key.length - 2) });
const broken = (message: string): SyncArea => ({
  get: () => Promise.reject(new Error(message)),
  set: () => Promise.reject(new Error(message)),
  remove: () => Promise.reject(new Error(message)),
});

describe('the browser account', () => {
  it('keeps what is written, returns only texts, and forgets what is removed', async () => {
    const area = fakeSyncArea();
    area.items.set('other', 5);
    const store = accountOf(area);
    await store.write({ a: '1', b: '2' }, signal);
    await store.remove(['a', 'never'], signal);
    expect(await store.all(signal)).toEqual({ b: '2' });
    expect(area.items.get('other')).toBe(5);
  });

  it('accepts an item of exactly the limit and refuses one byte more as full', async () => {
    const store = accountOf(fakeSyncArea());
    expect(await trouble(store.write(item('key', QUOTA.bytesPerItem - 1), signal))).toBe('none');
    expect(await trouble(store.write(item('key', QUOTA.bytesPerItem), signal))).toBe('none');
    expect(await trouble(store.write(item('key', QUOTA.bytesPerItem + 1), signal))).toBe('full');
  });

  it('accepts items up to exactly the total limit and refuses one byte more without storing any of it', async () => {
    const area = fakeSyncArea();
    const store = accountOf(area);
    for (let i = 10; i < 22; i++) await store.write(item(`${i}`, 8192), signal);
    const left = QUOTA.bytes - 12 * 8192;
    expect(await trouble(store.write({ ...item('aa', 100), ...item('bb', left - 99) }, signal))).toBe('full');
    expect(area.items.has('aa')).toBe(false);
    expect(await trouble(store.write({ ...item('aa', 100), ...item('bb', left - 100) }, signal))).toBe('none');
  });

  it('accepts 512 items and refuses the 513th', async () => {
    const store = accountOf(fakeSyncArea());
    const many = Object.fromEntries(Array.from({ length: QUOTA.items }, (_, i) => [`k${i}`, '']));
    expect(await trouble(store.write(many, signal))).toBe('none');
    expect(await trouble(store.write({ more: '' }, signal))).toBe('full');
  });

  it('is too busy after 120 writes in a minute, until the minute is over', async () => {
    let now = 0;
    const store = accountOf(fakeSyncArea(() => now));
    for (let i = 0; i < QUOTA.perMinute; i++) await store.write({ a: `${i}` }, signal);
    expect(await trouble(store.write({ a: 'x' }, signal))).toBe('too-busy');
    now = 60_000;
    expect(await trouble(store.write({ a: 'x' }, signal))).toBe('none');
  });

  it.each([
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.', 'too-busy'],
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'too-busy'],
    ['QUOTA_BYTES quota exceeded', 'full'],
    ['QUOTA_BYTES_PER_ITEM quota exceeded', 'full'],
    ['MAX_ITEMS quota exceeded', 'full'],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
    ['An unexpected error occurred', 'storage'],
  ])('%s: %s', async (message, code) => {
    const store = accountOf(broken(message));
    expect(await trouble(store.write({ a: '1' }, signal))).toBe(code);
    expect(await trouble(store.remove(['a'], signal))).toBe(code);
  });

  it('does nothing once it is cancelled', async () => {
    const area = fakeSyncArea();
    const store = accountOf(area);
    expect(await trouble(store.write({ a: '1' }, AbortSignal.abort()))).toBe('cancelled');
    expect(await trouble(store.all(AbortSignal.abort()))).toBe('cancelled');
    expect([area.items.size, area.writes()]).toEqual([0, 0]);
  });
});
