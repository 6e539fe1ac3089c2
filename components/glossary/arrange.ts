/** Which entries the list shows, and in what order. Pure, so that it can be tested without a page. */
import type { Kind } from '../../lib/facts';
import type { GlossaryEntry } from '../../lib/page';

export interface Wish {
  readonly text: string;
  readonly kind: Kind | null;
  readonly sort: 'order' | 'importance';
}

export const ALL: Wish = { text: '', kind: null, sort: 'order' };

export interface Group {
  readonly kind: Kind;
  readonly entries: readonly GlossaryEntry[];
}

/** Letters without case, accents and apostrophes, hyphens apart: a reader who types "kasai" finds "Kasaï". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼʿʾ`]/gu, '')
    .replace(/\p{Pd}/gu, ' ')
    .toLocaleLowerCase();

/** Does every word that was typed stand in one of these texts? Nothing typed stands everywhere. */
export function isSought(typed: string, texts: readonly string[]): boolean {
  const haystack = plain(texts.join('\n'));
  return plain(typed)
    .trim()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** Groups by kind; the kind whose first entry comes first stands first. */
export function arrange(entries: readonly GlossaryEntry[], { text, kind, sort }: Wish): Group[] {
  const shown = entries
    .filter((entry) => kind === null || entry.kind === kind)
    .filter(({ name, gloss, forms }) => isSought(text, [name, gloss, ...forms]))
    .sort((a, b) => (sort === 'importance' && b.salience - a.salience) || a.order - b.order);
  const groups = new Map<Kind, GlossaryEntry[]>();
  for (const entry of shown) {
    const group = groups.get(entry.kind);
    if (group) group.push(entry);
    else groups.set(entry.kind, [entry]);
  }
  return [...groups].map(([groupKind, members]) => ({ kind: groupKind, entries: members }));
}

/** The kinds that occur, for the filter; in the order of their first entry. */
export function kindsOf(entries: readonly GlossaryEntry[]): Kind[] {
  return arrange(entries, ALL).map(({ kind }) => kind);
}
