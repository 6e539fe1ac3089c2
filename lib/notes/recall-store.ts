/** What the reader was asked of the people and events that were met. On this device alone; it goes with what was met. */
import type { BackstoryDatabase, RecallRow } from '../database';
import type { EntityKey } from '../facts';

export interface RecallStore {
  /** Of these the ones that were asked before. */
  of(entities: readonly EntityKey[]): Promise<ReadonlyMap<EntityKey, RecallRow>>;
  /** How many were asked for the first time since then. */
  begunSince(at: number): Promise<number>;
  /** Nothing is kept of what is not among what was met, e.g. forgotten a moment ago in another tab. */
  save(entity: EntityKey, next: Pick<RecallRow, 'due' | 'memory'>): Promise<void>;
}

export function createRecallStore(database: BackstoryDatabase, now: () => number): RecallStore {
  const { recall, sightings } = database;
  return {
    async of(entities) {
      const rows = await recall.bulkGet([...entities]);
      return new Map(rows.flatMap((row) => (row ? [[row.entity, row] as const] : [])));
    },
    begunSince: (at) => recall.filter(({ begun }) => begun >= at).count(),
    save: (entity, { due, memory }) =>
      database.transaction('rw', recall, sightings, async () => {
        if ((await sightings.where('entity').equals(entity).count()) === 0) return;
        const begun = (await recall.get(entity))?.begun ?? now();
        await recall.put({ entity, due, begun, memory });
      }),
  };
}
