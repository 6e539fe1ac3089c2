import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createArticleCache, createPauseMemory, createRequestLog } from '../../../lib/knowledge';

const content = (title: string, length = 100) => ({
  title,
  extract: 'x'.repeat(length),
  description: null,
  url: 'https://wiki.example/',
  image: null,
});

let clock = 1_000;
const now = () => clock++;

describe('the article cache', () => {
  it('does not even record that a private window has used an article', async () => {
    const database = createDatabase('private-use');
    const cache = createArticleCache(database, now);
    await cache.put('a', content('a', 100));
    const before = await database.articles.get('a');
    expect(await cache.get('a', false)).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await database.articles.get('a')).toEqual(before);
  });

  it('drops the least recently used articles when its bytes run out, and reports what is left', async () => {
    const cache = createArticleCache(createDatabase('lru'), now, 10_000);
    for (const id of ['a', 'b', 'c']) await cache.put(id, content(id, 1_500));
    expect(await cache.get('a')).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await cache.put('d', content('d', 1_500));
    const held = await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await cache.get(id)) !== null));
    expect(held).toEqual([true, false, false, true]);
    const { bytes, count } = await cache.usage();
    expect(bytes).toBeLessThanOrEqual(8_000);
    expect(count).toBe(held.filter(Boolean).length);
  });

  it('counts an article that is stored again once', async () => {
    const cache = createArticleCache(createDatabase('twice'), now);
    await cache.put('a', content('a', 1_000));
    const { bytes } = await cache.usage();
    await cache.put('a', content('a', 1_000));
    expect(await cache.usage()).toEqual({ bytes, count: 1 });
  });

  it('is empty after it was cleared', async () => {
    const cache = createArticleCache(createDatabase('clear'), now);
    await cache.put('a', content('a'));
    await cache.clear();
    expect(await cache.usage()).toEqual({ bytes: 0, count: 0 });
    expect(await cache.get('a')).toBeNull();
  });
});

describe('the article cache when the browser refuses storage', () => {
  it('behaves like an empty cache if IndexedDB cannot be opened', async () => {
    const database = createDatabase('refused');
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not allowed here', 'SecurityError');
    });
    try {
      const cache = createArticleCache(database, now);
      await cache.put('a', content('a'));
      expect(await cache.get('a')).toBeNull();
      expect(await cache.usage()).toEqual({ bytes: 0, count: 0 });
      await createRequestLog(database).add({ at: 1, host: 'h', titles: ['T'], outcome: 'answered', bytes: 1, ms: 1 });
      const pause = createPauseMemory(database);
      await pause.remember('api', 42);
      expect(await pause.until('api')).toBe(42);
    } finally {
      open.mockRestore();
    }
  });

  it('deletes half of its own rows and writes again when the disk is full', async () => {
    const database = createDatabase('full');
    const cache = createArticleCache(database, now);
    for (const id of ['a', 'b', 'c', 'd']) await cache.put(id, content(id, 1_000));
    let refusals = 1;
    database.articles.hook('creating', () => {
      if (refusals-- > 0) throw new DOMException('disk full', 'QuotaExceededError');
    });
    await cache.put('e', content('e', 1_000));
    expect(await cache.get('e')).not.toBeNull();
    expect((await cache.usage()).count).toBeLessThanOrEqual(3);
  });

  it('continues after its database was deleted', async () => {
    const database = createDatabase('emptied');
    const cache = createArticleCache(database, now);
    await cache.put('a', content('a'));
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('emptied');
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error);
    });
    expect(await cache.get('a')).toBeNull();
    await cache.put('b', content('b'));
    expect(await cache.get('b')).not.toBeNull();
  });
});
