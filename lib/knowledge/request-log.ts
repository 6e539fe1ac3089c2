/** Every request that left the device, newest first, for the reader. Never throws: a log must not stop the work. */
import type { BackstoryDatabase, RequestRow } from '../database';

/** Enough to see what is going on; older entries say nothing about today. */
const KEPT = 500;

export type LoggedRequest = Omit<RequestRow, 'id'>;

/** How a request ended. */
export type RequestEnd = Pick<RequestRow, 'outcome' | 'bytes' | 'ms'>;

export interface RequestLog {
  /**
   * For slow requests, logged before sending: the entry stays even if the sender dies before the answer. The returned
   * function records the result.
   */
  begin(request: Pick<RequestRow, 'at' | 'host' | 'titles'>): Promise<(end: RequestEnd) => Promise<void>>;
  add(request: LoggedRequest): Promise<void>;
  list(): Promise<LoggedRequest[]>;
  clear(): Promise<void>;
}

export function createRequestLog(database: BackstoryDatabase): RequestLog {
  const { requests } = database;

  /** The row's number; null if the log cannot be written: a full disk must not fail a request. */
  async function put(request: LoggedRequest): Promise<number | null> {
    try {
      const id = await requests.add(request);
      if (id > KEPT)
        await requests
          .where(':id')
          .belowOrEqual(id - KEPT)
          .delete();
      return id;
    } catch {
      return null;
    }
  }

  return {
    async begin(request) {
      const id = await put({ ...request, outcome: 'under-way', bytes: 0, ms: 0 });
      return async (end) => {
        if (id !== null) await requests.update(id, end).catch(() => {});
      };
    },
    async add(request) {
      await put(request);
    },
    async list() {
      try {
        return await requests.orderBy(':id').reverse().toArray();
      } catch {
        return [];
      }
    },
    async clear() {
      await requests.clear();
    },
  };
}
