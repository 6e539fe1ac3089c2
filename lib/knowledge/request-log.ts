/** Every request that left the device, newest first, for the reader to look at. Never throws: a log must not stop the work. */
import type { BackstoryDatabase, RequestRow } from '../database';

/** Enough to see what goes on; old lines say nothing about today. */
const KEPT = 500;

export type LoggedRequest = Omit<RequestRow, 'id'>;

/** How a request ended. */
export type RequestEnd = Pick<RequestRow, 'outcome' | 'bytes' | 'ms'>;

export interface RequestLog {
  /**
   * Of a request that takes long, before it is sent: it was sent, even if whoever sent it does not live to hear the answer.
   * What comes back says how it ended.
   */
  begin(request: Pick<RequestRow, 'at' | 'host' | 'titles'>): Promise<(end: RequestEnd) => Promise<void>>;
  add(request: LoggedRequest): Promise<void>;
  list(): Promise<LoggedRequest[]>;
  clear(): Promise<void>;
}

export function createRequestLog(database: BackstoryDatabase): RequestLog {
  const { requests } = database;

  /** The number of its row; null where the log cannot be written: a full disk must not turn a request into a failure. */
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
