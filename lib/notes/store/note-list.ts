/**
 * Lists and search. Without words an index gives the page at once; with words every note is looked through, its folded
 * text kept in memory until the note changes.
 */
import type { BackstoryDatabase, NoteRow } from '../../database';
import { foldText } from '../../text';
import { tagKey } from '../tag-key';
import type { NoteQuery, NoteStore } from '../types';
import { keptCount } from './kept-count';

export function createNoteList(database: BackstoryDatabase): Pick<NoteStore, 'list' | 'tags' | 'count'> {
  const { notes } = database;
  const haystacks = new Map<string, { readonly digest: string; readonly text: string }>();

  const ordered = ({ order, kept }: NoteQuery) => {
    const bin = kept ? 1 : 0;
    return order === 'changed'
      ? notes.where('[kept+changedAt]').between([bin, -Infinity], [bin, Infinity]).reverse()
      : notes.where('[kept+sortName]').between([bin, ''], [bin, []]);
  };

  /** All ways in which the tag is written. */
  async function labelsOf(key: string): Promise<string[]> {
    const labels = await notes.orderBy('tags').uniqueKeys();
    return labels.map(String).filter((label) => tagKey(label) === key);
  }

  async function candidates(query: NoteQuery): Promise<NoteRow[]> {
    if (query.tag === null) return ordered(query).toArray();
    const labels = await labelsOf(tagKey(query.tag));
    const rows = await notes.where('tags').anyOf(labels).distinct().toArray();
    return rows.filter(({ kept }) => kept === (query.kept ? 1 : 0)).sort(query.order === 'changed' ? byChange : byName);
  }

  function haystack(row: NoteRow): string {
    const known = haystacks.get(row.entity);
    if (known?.digest === row.digest) return known.text;
    const text = toHaystack(row);
    haystacks.set(row.entity, { digest: row.digest, text });
    return text;
  }

  return {
    async list(query) {
      const wanted = query.words.split(/\s+/).filter((word) => word !== '');
      if (wanted.length === 0 && query.tag === null) {
        const [total, page] = await Promise.all([
          query.kept ? keptCount(database) : ordered(query).count(),
          ordered(query).offset(query.offset).limit(query.limit).toArray(),
        ]);
        return { notes: page, total };
      }
      const needles = wanted.map(toNeedle);
      const found = (await candidates(query)).filter((row) => {
        const text = needles.length > 0 ? haystack(row) : '';
        return needles.every((needle) => text.includes(needle));
      });
      return { notes: found.slice(query.offset, query.offset + query.limit), total: found.length };
    },

    async tags() {
      const [labels, bin] = await Promise.all([
        notes.orderBy('tags').uniqueKeys(),
        notes.where('[kept+changedAt]').between([0, -Infinity], [0, Infinity]).primaryKeys(),
      ]);
      const binned = new Set(bin);
      const counted = await Promise.all(
        labels.map(async (label) => {
          const bearers = await notes.where('tags').equals(label).primaryKeys();
          return [String(label), bearers.filter((entity) => !binned.has(entity)).length] as const;
        }),
      );
      return joinSpellings(counted).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    },

    count: () => keptCount(database),
  };
}

const byChange = (a: NoteRow, b: NoteRow) => b.changedAt - a.changedAt;
const byName = (a: NoteRow, b: NoteRow) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0);

/** Between the folded and the plain text: no needle goes across. */
const SEAM = '\n';

/** Folded words for letters, the plain text for signs and scripts that folding leaves out. */
function toHaystack({ name, text, tags, quotes }: NoteRow): string {
  const all = [name, text, ...tags, ...quotes.flatMap((quote) => [quote.text, quote.title])].join(' ');
  return foldText(all) + SEAM + all.toLowerCase();
}

/** C++, C# and +1 are other words than C and 1; all other signs around a word are left out. */
const SIGNED = /[\p{L}\p{N}][+#]+$|^\+\p{N}/u;

function toNeedle(word: string): string {
  const bare = word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}+#]+$/gu, '');
  return SIGNED.test(bare) ? bare.toLowerCase() : foldText(word) || word.toLowerCase();
}

/** One tag for all labels of one key, written as most notes write it. */
function joinSpellings(counted: readonly (readonly [string, number])[]): [string, number][] {
  const joined = new Map<string, { label: string; most: number; total: number }>();
  for (const [label, count] of counted) {
    if (count === 0) continue;
    const key = tagKey(label);
    const known = joined.get(key) ?? { label, most: 0, total: 0 };
    if (count > known.most) Object.assign(known, { label, most: count });
    known.total += count;
    joined.set(key, known);
  }
  return [...joined.values()].map(({ label, total }) => [label, total]);
}
