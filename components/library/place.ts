/** Where in the library the reader is: the hash of its address, so that a place can be linked to and returned to. */
import type { EntityKey } from '../../lib/facts';
import { type Day, isDay, isNewsDay } from '../../lib/time';

/** Places with their own section, in the order of the side list. */
export const LIBRARY_SECTIONS = [
  'notes',
  'knowledge',
  'met',
  'sync',
  'backup',
  'settings',
  'packs',
  'requests',
  'storage',
  'privacy',
] as const;
export type LibrarySection = (typeof LIBRARY_SECTIONS)[number];

/** What is searched for; an unknown kind is left for code that knows the kinds. */
export interface Sought {
  readonly words: string;
  readonly kind: string | null;
  readonly country: EntityKey | null;
}
export const NOTHING_SOUGHT: Sought = { words: '', kind: null, country: null };

export type LibraryPlace =
  | { readonly at: Exclude<LibrarySection, 'knowledge'> }
  | { readonly at: 'knowledge'; readonly sought?: Sought }
  | { readonly at: 'bin' }
  | { readonly at: 'note'; readonly entity: EntityKey }
  /** `day`: as of which it is told; null: today. */
  | { readonly at: 'entity'; readonly entity: EntityKey; readonly day: Day | null };

/** Anything unknown is the first place: an old or mistyped link still opens the library. */
export function readPlace(hash: string): LibraryPlace {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const [at = '', rest, day = ''] = path.split('/');
  if ((at === 'note' || at === 'entity') && rest) {
    const entity = decoded(rest);
    if (entity !== null)
      return at === 'note' ? { at, entity } : { at, entity, day: isDay(day) && isNewsDay(day) ? day : null };
  }
  if (at === 'bin') return { at };
  if (at === 'knowledge') return query === '' ? { at } : { at, sought: readSought(query) };
  return { at: LIBRARY_SECTIONS.find((name) => name === at) ?? 'notes' };
}

export function fragmentOf(place: LibraryPlace): string {
  switch (place.at) {
    case 'note':
      return `#note/${keyIn(place.entity)}`;
    case 'entity':
      return `#entity/${keyIn(place.entity)}${place.day === null ? '' : `/${place.day}`}`;
    case 'knowledge':
      return `#knowledge${place.sought ? writeSought(place.sought) : ''}`;
    default:
      return `#${place.at}`;
  }
}

/** A malformed key may come from elsewhere; one unreachable note is better than a list that does not open. */
const keyIn = (key: EntityKey) => encodeURIComponent(wellFormed(key));
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The section a place belongs to. */
export function sectionOf({ at }: LibraryPlace): LibrarySection {
  if (at === 'note' || at === 'bin') return 'notes';
  return at === 'entity' ? 'knowledge' : at;
}

function readSought(query: string): Sought {
  const given = new URLSearchParams(query);
  return { words: given.get('q') ?? '', kind: given.get('kind') || null, country: given.get('country') || null };
}

function writeSought({ words, kind, country }: Sought): string {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', wellFormed(words));
  if (kind !== null) query.set('kind', kind);
  if (country !== null) query.set('country', country);
  return query.size === 0 ? '' : `?${query}`;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
