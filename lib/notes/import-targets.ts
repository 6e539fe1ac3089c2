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
import type { Note } from './types';

export type ImportTarget = (note: ImportedNote) => Promise<EntityKey>;

export async function importTargets(database: BackstoryDatabase): Promise<ImportTarget> {
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
  return async (note) => {
    const { entity } = note;
    if (!several.has(entity)) return entity;
    const parts = (await whole(entity))?.parts ?? [];
    const exported = parts.find((part) => note.version !== null && textDigest(part.text) === note.version);
    if (exported) return exported.entity;
    return parts.find((part) => holds(part, note))?.entity ?? entity;
  };
}

const holds = (part: Note, { text }: ImportedNote): boolean =>
  canonicalText(text) !== '' && `\n${canonicalText(part.text)}\n`.includes(`\n${canonicalText(text)}\n`);
