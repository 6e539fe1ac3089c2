/** "Seen in": stories in which a card of an entity was read. Stored only while the reader has history on. */
import type { BackstoryDatabase, SightingRow } from '../database';
import type { EntityKey } from '../facts';
import { localDay } from '../time';
import { siteOfStory } from './site-of-story';
import { heirsOf, keysOf, register } from './store/identities';

export type Sighting = Readonly<SightingRow>;

export interface Sightings {
  /** Does nothing while history is off. A story seen again moves to the front. */
  note(sighting: Omit<Sighting, 'at'>): Promise<void>;
  /** Under all keys that mean, or may mean, the entity; latest first. */
  of(entity: EntityKey): Promise<readonly Sighting[]>;
  /** All of them, latest first. */
  all(): Promise<readonly Sighting[]>;
  /** How many stories, each once however many of its names were met. */
  stories(): Promise<number>;
  /** In how many stories other than this one it was met: this month, and ever. */
  elsewhere(entity: EntityKey, url: string | null): Promise<Met>;
  /** Forgets what was met on that site (`siteOfStory`), and what was remembered about what was met nowhere else. */
  forgetSite(site: string): Promise<void>;
  /** Forgets everything and every trace of it: recall questions, and what stored keys mean. */
  clear(): Promise<void>;
}

export interface Met {
  readonly thisMonth: number;
  readonly ever: number;
  /** Met in none, although history goes back before today: on the first day everything would be new. */
  readonly isNew: boolean;
}

export interface SightingsParts {
  readonly database: BackstoryDatabase;
  readonly now: () => number;
  /** Is history on? */
  readonly history: () => Promise<boolean>;
  readonly limit?: number;
}

/** Some years of reading; about 2 MB. */
const LIMIT = 10_000;

export function createSightings({ database, now, history, limit = LIMIT }: SightingsParts): Sightings {
  const { sightings, recall, identities, notes } = database;

  async function of(entity: EntityKey): Promise<readonly Sighting[]> {
    const heirs = await heirsOf(database, entity);
    const keys = (await Promise.all(heirs.map((key) => keysOf(database, key)))).flat();
    const met = await sightings.where('entity').anyOf(keys).sortBy('at');
    // A story met under two keys is one.
    return [...new Map(met.map((sighting) => [sighting.url, sighting])).values()].sort((a, b) => b.at - a.at);
  }

  /** Together with what remains of sightings: nothing else may reveal what was met. */
  const forgetting = (work: () => Promise<unknown>): Promise<void> =>
    database.transaction('rw', sightings, recall, identities, notes, async () => {
      await work();
      const met = (await sightings.orderBy('entity').uniqueKeys()).map(String);
      const noted = await Promise.all([notes.toCollection().primaryKeys(), notes.orderBy('place').uniqueKeys()]);
      await recall.where('entity').noneOf(met).delete();
      await identities
        .where('key')
        .noneOf([...met, ...noted.flat().map(String)])
        .delete();
    });

  return {
    of,
    all: () => sightings.orderBy('at').reverse().toArray(),
    async elsewhere(entity, url) {
      const others = (await of(entity)).filter((one) => one.url !== url);
      const today = localDay(now());
      const [first] = await sightings.orderBy('at').limit(1).toArray();
      return {
        thisMonth: others.filter(({ at }) => monthOf(at) === monthOf(now())).length,
        ever: others.length,
        isNew: others.length === 0 && first !== undefined && localDay(first.at) < today,
      };
    },
    forgetSite: (site) => forgetting(() => sightings.filter(({ url }) => siteOfStory(url) === site).delete()),
    async note({ entity, url, title, day }) {
      if (!(await history())) return;
      await database.transaction('rw', sightings, database.identities, async () => {
        await register(database, [entity]);
        await sightings.put({ entity, url, title, day, at: now() });
        const over = (await sightings.count()) - limit;
        if (over > 0) await sightings.bulkDelete(await sightings.orderBy('at').limit(over).primaryKeys());
      });
    },
    stories: async () => new Set((await sightings.toCollection().primaryKeys()).map(([, url]) => url)).size,
    clear: () => forgetting(() => sightings.clear()),
  };
}

const monthOf = (at: number): string => localDay(at).slice(0, 7);
