/**
 * Lists and search. Without words an index gives the page at once; with words every note is searched, its folded text
 * cached until the note changes. Notes about one entity under several keys are one row.
 */
import type { BackstoryDatabase, NoteRow } from '../../database';
import { foldText } from '../../text';
import { tagKey } from '../tag-key';
import type { NoteQuery, NoteStore } from '../types';
import { type JoinedNotes, readJoinedNotes, toWhole } from './joined-notes';
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

  /** All spellings of the tag. */
  async function labelsOf(key: string): Promise<string[]> {
    const labels = await notes.orderBy('tags').uniqueKeys();
    return labels.map(String).filter((label) => tagKey(label) === key);
  }

  async function candidates(query: NoteQuery, joined: JoinedNotes): Promise<NoteRow[]> {
    if (query.tag === null) return ordered(query).toArray();
    const labels = await labelsOf(tagKey(query.tag));
    const rows = await notes.where('tags').anyOf(labels).distinct().toArray();
    const whole = rows.flatMap((row) => joined.groupOf(row.entity) ?? [row]);
    const distinct = [...new Map(whole.map((row) => [row.entity, row])).values()];
    return distinct
      .filter(({ kept }) => kept === (query.kept ? 1 : 0))
      .sort(query.order === 'changed' ? byChange : byName);
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
      const isPlain = wanted.length === 0 && query.tag === null;
      const all = () => (query.kept ? keptCount(database) : ordered(query).count());
      // Queried in parallel, as if no note were joined to another, which is usual.
      const [joined, found, total] = await Promise.all([
        readJoinedNotes(database),
        isPlain ? ordered(query).offset(query.offset).limit(query.limit).toArray() : [],
        isPlain ? all() : 0,
      ]);
      const hidden = query.kept ? hiddenBehind(joined, query.order) : new Set<string>();
      const page = async (rows: readonly NoteRow[], total: number) => ({
        notes: await toWhole(database, rows, joined),
        total,
      });
      if (isPlain && hidden.size === 0) return page(found, total);
      if (isPlain) {
        const shown = ordered(query).filter(({ entity }) => !hidden.has(entity));
        return page(await shown.offset(query.offset).limit(query.limit).toArray(), total - hidden.size);
      }
      const needles = wanted.map(toNeedle);
      const matching = (await candidates(query, joined)).filter((row) => {
        if (hidden.has(row.entity)) return false;
        const group = joined.groupOf(row.entity) ?? [row];
        const text = needles.length > 0 ? group.map(haystack).join(SEAM) : '';
        return needles.every((needle) => text.includes(needle));
      });
      return page(matching.slice(query.offset, query.offset + query.limit), matching.length);
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
      const twice = countedTwice(await readJoinedNotes(database));
      return joinSpellings(counted)
        .map(([label, count]) => [label, count - (twice.get(tagKey(label)) ?? 0)] as const)
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    },

    async count() {
      const [{ groups }, all] = await Promise.all([readJoinedNotes(database), keptCount(database)]);
      return groups.reduce((count, group) => count - group.length + 1, all);
    },
  };
}

/** Members of a joined row except the one that gives its place in the list. */
function hiddenBehind({ groups }: JoinedNotes, order: NoteQuery['order']): ReadonlySet<string> {
  const by = order === 'changed' ? byChange : byName;
  return new Set(groups.flatMap((group) => [...group].sort(by).slice(1)).map(({ entity }) => entity));
}

/** Tag key → how many notes have it within a row where another has it too. */
function countedTwice({ groups }: JoinedNotes): ReadonlyMap<string, number> {
  const twice = new Map<string, number>();
  for (const group of groups) {
    const keys = group.flatMap(({ tags }) => [...new Set(tags.map(tagKey))]);
    const once = new Set(keys);
    for (const key of once) {
      const more = keys.filter((other) => other === key).length - 1;
      twice.set(key, (twice.get(key) ?? 0) + more);
    }
  }
  return twice;
}

const byChange = (a: NoteRow, b: NoteRow) => b.changedAt - a.changedAt;
const byName = (a: NoteRow, b: NoteRow) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0);

/** Between the folded and the plain text: no search term matches across it. */
const SEAM = '\n';

/** Folded words for letters, plain text for signs and scripts that folding drops. */
function toHaystack({ name, text, tags, quotes }: NoteRow): string {
  const all = [name, text, ...tags, ...quotes.flatMap((quote) => [quote.text, quote.title])].join(' ');
  return foldText(all) + SEAM + all.toLowerCase();
}

/** C++, C# and +1 differ from C and 1; all other signs around a word are ignored. */
const SIGNED = /[\p{L}\p{N}][+#]+$|^\+\p{N}/u;

function toNeedle(word: string): string {
  const bare = word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}+#]+$/gu, '');
  return SIGNED.test(bare) ? bare.toLowerCase() : foldText(word) || word.toLowerCase();
}

/** One tag for all labels with one key, in the most frequent spelling. */
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
