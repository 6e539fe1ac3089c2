/** "Third time this month", for a card over a story and for one in a page of ours that belongs to a story. */
import type { EntityKey } from '../../lib/facts';
import type { Caller } from '../../lib/messages';
import type { Met, Sightings } from '../../lib/notes';

interface MetParts {
  readonly sightings: Pick<Sightings, 'elsewhere'>;
  /** Of a tab; null if the browser hides it, or there is none. */
  readonly urlOf: (tab: number) => Promise<string | null>;
}

/** `tab`: the story's, if one of our own pages says so. Null: nothing is recorded, or the story is unknown. */
export async function metElsewhere(
  entity: EntityKey,
  tab: number | null,
  { ownPage, tabUrl, incognito }: Pick<Caller, 'ownPage' | 'tabUrl' | 'incognito'>,
  { sightings, urlOf }: MetParts,
): Promise<Met | null> {
  if (incognito || (ownPage && tab === null)) return null;
  try {
    const url = ownPage ? await urlOf(tab as number) : tabUrl;
    // Its own story would count as another one.
    if (ownPage && url === null) return null;
    return await sightings.elsewhere(entity, url?.split('#')[0] ?? null);
  } catch {
    return null;
  }
}
