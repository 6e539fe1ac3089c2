/**
 * What the library shows about requests and storage, each part read separately: a failure of one does not affect the
 * others.
 */
import type { Read } from '../../components/kit';
import type { CacheUsage, PackSummary, RequestEntry } from '../../lib/knowledge';
import { callBackground } from '../../lib/messages';
import { chosenDays, sightings } from './stores';

export interface LibraryData {
  readonly packs: Read<readonly PackSummary[]>;
  readonly requests: Read<readonly RequestEntry[]>;
  readonly cache: Read<CacheUsage>;
  readonly lookedUp: Read<CacheUsage & { readonly limit: number }>;
  readonly stories: Read<number>;
  readonly days: Read<number>;
}

export const NOTHING_READ: LibraryData = {
  packs: null,
  requests: null,
  cache: null,
  lookedUp: null,
  stories: null,
  days: null,
};

export async function readLibraryData(): Promise<LibraryData> {
  const or = <T>(answer: Promise<T>) => answer.catch(() => 'unavailable' as const);
  const [packs, requests, cache, lookedUp, stories, days] = await Promise.all([
    or(callBackground('packs', {})),
    or(callBackground('requests', {})),
    or(callBackground('cacheUsage', {})),
    or(callBackground('lookedUpUsage', {})),
    or(sightings.stories()),
    or(chosenDays.count()),
  ]);
  return { packs, requests, cache, lookedUp, stories, days };
}
