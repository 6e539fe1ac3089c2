/** Joins the notes on one entity under several keys, identically on every device with the same notes. */
import type { NoteRow } from '../../database';
import type { EntityKey } from '../../facts';
import { tagKey } from '../tag-key';
import type { Note, WholeNote } from '../types';
import { isLiving } from './is-empty';

/** The entity's own key first, then the oldest; last what the reader put there. */
export function partsInOrder(notes: readonly NoteRow[], today: EntityKey): NoteRow[] {
  const rank = ({ entity, place }: NoteRow) => (place !== undefined && place !== entity ? 2 : entity === today ? 0 : 1);
  return [...notes].sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt || (a.entity < b.entity ? -1 : 1));
}

/** Null: none. Notes in the bin or without content: one of them stands for all if there is no other. */
export function wholeOf(notes: readonly NoteRow[], today: EntityKey): WholeNote | null {
  const ordered = partsInOrder(notes, today);
  const there = ordered.filter(isLiving);
  const parts = there.length > 0 ? there : ordered.slice(0, 1);
  const [first, ...others] = parts;
  return first ? { ...joinedTo(first, others), today, parts, isApart: false, asks: [] } : null;
}

export const askingNote = (note: NoteRow, asks: readonly EntityKey[]): WholeNote => ({
  ...note,
  today: note.entity,
  parts: [note],
  isApart: false,
  asks,
});

function joinedTo(first: NoteRow, others: readonly NoteRow[]): Note {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const tags = new Map(all.flatMap((note) => note.tags).map((tag) => [tagKey(tag), tag]));
  // The first note's spelling wins.
  for (const tag of first.tags) tags.set(tagKey(tag), tag);
  return {
    ...first,
    tags: [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag),
    quotes: all.flatMap((note) => note.quotes).sort((a, b) => a.at - b.at),
    links: [...new Set(all.flatMap((note) => note.links))],
    createdAt: Math.min(...all.map((note) => note.createdAt)),
    changedAt: Math.max(...all.map((note) => note.changedAt)),
  };
}
