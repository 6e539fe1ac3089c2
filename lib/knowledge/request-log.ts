/** Every request that left the device, newest first, for the reader to look at. Never throws: a log must not stop the work. */
import type { BackstoryDatabase, RequestRow } from '../database';

/** Enough to see what goes on; old lines say nothing about today. */
const KEPT = 500;

export type LoggedRequest = Omit<RequestRow, 'id'>;

export interface RequestLog {
  add(request: LoggedRequest): Promise<void>;
  list(): Promise<LoggedRequest[]>;
  clear(): Promise<void>;
}

export function createRequestLog(database: BackstoryDatabase): RequestLog {
  const { requests } = database;
  return {
    async add(request) {
      try {
        const id = await requests.add(request);
        if (id > KEPT)
          await requests
            .where(':id')
            .belowOrEqual(id - KEPT)
            .delete();
      } catch {
        // The request itself went well; a full disk must not turn it into a failure.
      }
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
