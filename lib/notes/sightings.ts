/** "Seen in": the stories in which a card of an entity was read. Kept only while the reader has history turned on. */
import type { BackstoryDatabase, SightingRow } from '../database';
import type { EntityKey } from '../facts';

export type Sighting = Readonly<SightingRow>;

export interface Sightings {
  /** Nothing is kept while history is off. A story seen again is moved to the front. */
  note(sighting: Omit<Sighting, 'at'>): Promise<void>;
  /** Latest first. */
  of(entity: EntityKey): Promise<readonly Sighting[]>;
  /** How many stories, each once however many of its names were met there. */
  stories(): Promise<number>;
  clear(): Promise<void>;
}

export interface SightingsParts {
  readonly database: BackstoryDatabase;
  readonly now: () => number;
  /** Has the reader turned history on? */
  readonly history: () => Promise<boolean>;
  readonly limit?: number;
}

/** Some years of reading; about 2 MB. */
const LIMIT = 10_000;

export function createSightings({ database, now, history, limit = LIMIT }: SightingsParts): Sightings {
  const { sightings } = database;
  return {
    async note({ entity, url, title, day }) {
      if (!(await history())) return;
      await database.transaction('rw', sightings, async () => {
        await sightings.put({ entity, url, title, day, at: now() });
        const over = (await sightings.count()) - limit;
        if (over > 0) await sightings.bulkDelete(await sightings.orderBy('at').limit(over).primaryKeys());
      });
    },
    of: async (entity) => (await sightings.where('entity').equals(entity).sortBy('at')).reverse(),
    stories: async () => new Set((await sightings.toCollection().primaryKeys()).map(([, url]) => url)).size,
    clear: () => sightings.clear(),
  };
}
