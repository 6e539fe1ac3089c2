/** Where in the library the reader is: the hash of its address, so that a place can be linked to and gone back to. */
import type { EntityKey } from '../../lib/facts';

/** Places that are a section of their own, in the order of the list at the side. */
export const SECTIONS = ['notes', 'sync', 'backup', 'settings', 'packs', 'requests', 'storage', 'privacy'] as const;
export type SectionName = (typeof SECTIONS)[number];

export type Place =
  | { readonly at: SectionName }
  | { readonly at: 'bin' }
  | { readonly at: 'note'; readonly entity: EntityKey };

/** What is no place is the first one: an old or mistyped link still opens the library. */
export function readPlace(hash: string): Place {
  const [at = '', rest] = hash.replace(/^#/, '').split('/');
  if (at === 'note' && rest) {
    const entity = decoded(rest);
    if (entity !== null) return { at, entity };
  }
  if (at === 'bin') return { at };
  return { at: SECTIONS.find((name) => name === at) ?? 'notes' };
}

export const hashOf = (place: Place): string =>
  place.at === 'note' ? `#note/${encodeURIComponent(wellFormed(place.entity))}` : `#${place.at}`;

/** A broken key may have come from elsewhere; one note without a way to it is better than a list that does not open. */
const wellFormed = (key: EntityKey) => key.replace(/\p{Surrogate}/gu, '\ufffd');

/** The section that a place belongs to. */
export const sectionOf = (place: Place): SectionName =>
  place.at === 'note' || place.at === 'bin' ? 'notes' : place.at;

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
