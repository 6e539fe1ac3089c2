/**
 * In which document a note from a file goes, where its entity has had several keys:
 *
 *   the text here is still the one that was exported    ─► there: it is an edit of the reader's
 *   the text stands in what was noted under another key ─► there: nothing is written twice
 *   else                                                ─► under the key of the file, as on any other device
 */
import type { BackstoryDatabase } from '../database';
import type { EntityKey } from '../facts';
import type { ImportedNote } from './document/settle-import';
import { canonicalText, textDigest } from './formats';
import { createWholeNotes } from './store/whole-notes';
import type { Note, NoteSubject } from './types';

export interface ImportTargets {
  /** The document's key. */
  of(note: ImportedNote): Promise<EntityKey>;
  /** Whom a name means if all its bearers are one entity: the one with a note. Null: several. */
  oneOf(bearers: readonly NoteSubject[]): Promise<NoteSubject | null>;
}

export async function importTargets(database: BackstoryDatabase): Promise<ImportTargets> {
  const { identities, notes } = database;
  const { whole } = createWholeNotes(database);
  const [moved, placed] = await Promise.all([
    identities.where('moved').equals(1).toArray(),
    notes.orderBy('place').toArray(),
  ]);
  const several = new Set([
    ...moved.flatMap(({ key, heirs }) => [key, ...heirs]),
    ...placed.flatMap(({ entity, place }) => [entity, place]),
  ]);
  return {
    async of(note) {
      const { entity } = note;
      if (!several.has(entity)) return entity;
      const parts = (await whole(entity))?.parts ?? [];
      const exported = parts.find((part) => note.version !== null && textDigest(part.text) === note.version);
      return exported?.entity ?? parts.find((part) => holds(part, note))?.entity ?? entity;
    },
    async oneOf(bearers) {
      const [first, ...others] = bearers;
      if (!first || !bearers.some(({ entity }) => several.has(entity)))
        return others.length === 0 ? (first ?? null) : null;
      const wholes = await Promise.all(bearers.map(({ entity }) => whole(entity)));
      const today = new Set(bearers.map(({ entity }, at) => wholes[at]?.today ?? entity));
      return today.size === 1 ? { ...first, entity: wholes[0]?.entity ?? first.entity } : null;
    },
  };
}

const holds = (part: Note, { text }: ImportedNote): boolean =>
  canonicalText(text) !== '' && `\n${canonicalText(part.text)}\n`.includes(`\n${canonicalText(text)}\n`);
