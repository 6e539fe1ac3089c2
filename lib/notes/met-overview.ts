/** What was met, as the library shows it: by name, and by site. */
import type { EntityKey } from '../facts';
import { groupBy } from '../lists';
import type { Sighting } from './sightings';
import { siteOfStory } from './site-of-story';

export interface MetOverview {
  /** Latest first, each with its stories, latest first. */
  readonly names: readonly { readonly entity: EntityKey; readonly stories: readonly Sighting[] }[];
  /** With the number of stories, most first; a story counts once, however many of its names were met. */
  readonly sites: readonly { readonly site: string; readonly stories: number }[];
}

/** @param met latest first */
export function metOverview(met: readonly Sighting[]): MetOverview {
  const byName = groupBy(met, ({ entity }) => entity);
  const bySite = groupBy([...new Set(met.map(({ url }) => url))], siteOfStory);
  return {
    names: [...byName].map(([entity, stories]) => ({ entity, stories })),
    sites: [...bySite]
      .map(([site, urls]) => ({ site, stories: urls.length }))
      .sort((one, other) => other.stories - one.stories || (one.site < other.site ? -1 : 1)),
  };
}
