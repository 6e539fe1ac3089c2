/**
 * Keeps a wiki's answers: fresh for 30 days, then still shown as stale; the least recently used are evicted when space
 * runs out. If the cache fails it acts as if empty, never as an error.
 */
import type { ArticleContent, ArticleRow, BackstoryDatabase } from '../database';
import { writeOrMakeRoom } from './write-or-make-room';

/** Wikipedia's own preview cache keeps 14 days; background changes more slowly than news. */
const FRESH_MS = 30 * 86_400_000;
/** A page missing today may be written this week. */
const NEGATIVE_FRESH_MS = 3 * 86_400_000;
/** About 25,000 introductions of 2 kB each. */
const LIMIT_BYTES = 50_000_000;
/** Leaves some room after pruning, so that not every write prunes. */
const PRUNE_TO = 0.8;
const TOTAL = 'article-bytes';

export interface CachedAnswer {
  readonly answer: ArticleContent | null;
  readonly fetchedAt: number;
  readonly fresh: boolean;
}

export interface ArticleCache {
  /** `remember` is false in private windows: then not even the time of use is written. */
  get(id: string, remember?: boolean): Promise<CachedAnswer | null>;
  put(id: string, answer: ArticleContent | null): Promise<void>;
  usage(): Promise<{ readonly bytes: number; readonly count: number }>;
  clear(): Promise<void>;
}

export function createArticleCache(
  database: BackstoryDatabase,
  now: () => number,
  limitBytes: number = LIMIT_BYTES,
): ArticleCache {
  const { articles, meta } = database;

  async function write(row: ArticleRow): Promise<void> {
    await database.transaction('rw', articles, meta, async () => {
      const before = await articles.get(row.id);
      const total = ((await meta.get(TOTAL))?.value ?? 0) - (before?.bytes ?? 0) + row.bytes;
      await articles.put(row);
      await meta.put({
        name: TOTAL,
        value: total > limitBytes ? await prune(total, limitBytes * PRUNE_TO) : total,
      });
    });
  }

  /** Drops the least recently used rows down to `goal` bytes; returns the bytes left. */
  async function prune(total: number, goal: number): Promise<number> {
    let left = total;
    const doomed: string[] = [];
    await articles
      .orderBy('usedAt')
      .until(() => left <= goal)
      .each((row) => {
        left -= row.bytes;
        doomed.push(row.id);
      });
    await articles.bulkDelete(doomed);
    return left;
  }

  return {
    async get(id, remember = true) {
      try {
        const row = await articles.get(id);
        if (!row) return null;
        // Not awaited: the time of use may be lost, but the answer is not delayed.
        if (remember) articles.update(id, { usedAt: now() }).catch(() => {});
        const age = now() - row.fetchedAt;
        // A clock set back gives a negative age: then the age is unknown.
        const fresh = age >= 0 && age < (row.answer ? FRESH_MS : NEGATIVE_FRESH_MS);
        return { answer: row.answer, fetchedAt: row.fetchedAt, fresh };
      } catch {
        return null;
      }
    },

    async put(id, answer) {
      const at = now();
      const bytes = 2 * (id.length + (answer ? answer.extract.length + answer.title.length + answer.url.length : 0));
      const row: ArticleRow = { id, answer, fetchedAt: at, usedAt: at, bytes };
      await writeOrMakeRoom(
        () => write(row),
        () =>
          database.transaction('rw', articles, meta, async () => {
            const total = (await meta.get(TOTAL))?.value ?? 0;
            await meta.put({ name: TOTAL, value: await prune(total, total / 2) });
          }),
      );
    },

    async usage() {
      try {
        return {
          bytes: (await meta.get(TOTAL))?.value ?? 0,
          count: await articles.count(),
        };
      } catch {
        return { bytes: 0, count: 0 };
      }
    },

    async clear() {
      await database.transaction('rw', articles, meta, async () => {
        await articles.clear();
        await meta.put({ name: TOTAL, value: 0 });
      });
    },
  };
}
