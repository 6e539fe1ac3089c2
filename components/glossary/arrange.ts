/** Which names the list shows, and in what order. Pure, so that it can be tested without a page. */
import type { Kind } from '../../lib/facts';
import type { NameSense } from '../../lib/knowledge';
import type { GlossaryEntry } from '../../lib/page';

/** A name in the story with what it was on its day. */
export interface NamedRow extends GlossaryEntry {
  readonly sense: NameSense;
  /** Its sense in words; empty if nothing certain is known. */
  readonly says: string;
}

export interface Wish {
  readonly text: string;
  readonly sort: 'order' | 'importance';
}

export const ALL: Wish = { text: '', sort: 'order' };

/** In display order. */
const NAME_SECTIONS = ['people', 'groups', 'places', 'deals', 'events', 'others', 'countries', 'known'] as const;
export type NamesSectionName = (typeof NAME_SECTIONS)[number];

export interface NamesSection {
  readonly name: NamesSectionName;
  /** Hardly anyone needs to look these up: folded behind a line that opens. */
  readonly folded: boolean;
  readonly rows: readonly NamedRow[];
}

const SECTION_OF: Readonly<Record<Kind, NamesSectionName>> = {
  person: 'people',
  group: 'groups',
  company: 'groups',
  media: 'groups',
  team: 'groups',
  place: 'places',
  deal: 'deals',
  law: 'deals',
  policy: 'deals',
  event: 'events',
  concept: 'others',
  work: 'others',
  office: 'others',
};

/** Letters without case, accents and apostrophes, hyphens split: "kasai" finds "Kasaï". */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʿʾ`]/gu, '')
    .replace(/\p{Pd}/gu, ' ')
    .toLocaleLowerCase();

/** Does every typed word occur in one of these texts? An empty search matches everything. */
export function isSought(typed: string, texts: readonly string[]): boolean {
  const haystack = plain(texts.join('\n'));
  return plain(typed)
    .trim()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** The story's own words that matched, if the name itself does not. */
export function soughtForm(typed: string, { name, gloss, says, forms }: NamedRow): string | null {
  if (plain(typed).trim() === '' || isSought(typed, [name, gloss, says])) return null;
  const words = plain(typed).trim().split(/\s+/);
  return forms.find((form) => words.some((word) => plain(form).includes(word) && !plain(name).includes(word))) ?? null;
}

export function arrange(rows: readonly NamedRow[], { text, sort }: Wish): NamesSection[] {
  const shown = rows
    .filter(({ name, gloss, says, forms }) => isSought(text, [name, gloss, says, ...forms]))
    .sort((a, b) => (sort === 'importance' && b.salience - a.salience) || a.order - b.order);
  const sections = NAME_SECTIONS.map((name) => ({
    name,
    folded: name === 'countries' || name === 'known',
    rows: shown.filter((row) => sectionOf(row) === name),
  })).filter((section) => section.rows.length > 0);
  // Nothing is folded in search results, or if everything would be.
  const isOpen = plain(text).trim() !== '' || sections.every(({ folded }) => folded);
  return sections.map((section) => ({ ...section, folded: section.folded && !isOpen }));
}

function sectionOf({ kind, sense }: NamedRow): NamesSectionName {
  if (sense.known) return 'known';
  return sense.isCountry ? 'countries' : SECTION_OF[kind];
}
