/** "Seen in": the stories in which a card of an entity was read. Kept only while the reader has history turned on. */
import type { BackstoryDatabase, SightingRow } from '../database';
import type { EntityKey } from '../facts';
import { heirsOf, keysOf, register } from './store/identities';

export type Sighting = Readonly<SightingRow>;

export interface Sightings {
  /** Nothing is kept while history is off. A story seen again is moved to the front. */
  note(sighting: Omit<Sighting, 'at'>): Promise<void>;
  /** Under all keys that mean the entity, or may; latest first. */
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
      await database.transaction('rw', sightings, database.identities, async () => {
        await register(database, [entity]);
        await sightings.put({ entity, url, title, day, at: now() });
        const over = (await sightings.count()) - limit;
        if (over > 0) await sightings.bulkDelete(await sightings.orderBy('at').limit(over).primaryKeys());
      });
    },
    async of(entity) {
      const heirs = await heirsOf(database, entity);
      const keys = (await Promise.all(heirs.map((key) => keysOf(database, key)))).flat();
      const met = await sightings.where('entity').anyOf(keys).sortBy('at');
      // Met under two keys it is one story.
      return [...new Map(met.map((sighting) => [sighting.url, sighting])).values()].sort((a, b) => b.at - a.at);
    },
    stories: async () => new Set((await sightings.toCollection().primaryKeys()).map(([, url]) => url)).size,
    clear: () => sightings.clear(),
  };
}
