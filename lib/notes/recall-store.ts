/** What the reader was asked about people and events met. Only on this device; deleted along with what was met. */
import type { BackstoryDatabase, RecallRow } from '../database';
import type { EntityKey } from '../facts';

export interface RecallStore {
  /** Those of them that were asked before. */
  of(entities: readonly EntityKey[]): Promise<ReadonlyMap<EntityKey, RecallRow>>;
  /** How many were first asked since then. */
  begunSince(at: number): Promise<number>;
  /** Stores nothing for what is not among the met, e.g. forgotten a moment ago in another tab. */
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
