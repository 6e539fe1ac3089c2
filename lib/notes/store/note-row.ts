import type { NoteRow } from '../../database';
import type { EntityKey } from '../../facts';
import { foldText } from '../../text';
import type { NoteContent } from '../document/content';

/** The row for a note whose document says `content`. */
export function noteRow(entity: EntityKey, content: NoteContent, before: NoteRow | undefined): NoteRow {
  const name = content.name || entity;
  const sameText = before?.text === content.text;
  return {
    entity,
    name,
    sortName: foldText(name) || name,
    kind: content.kind,
    text: content.text,
    tags: [...content.tags],
    quotes: content.quotes.map((quote) => ({ ...quote })),
    createdAt: content.createdAt,
    changedAt: content.changedAt,
    kept: content.deletedAt === null ? 1 : 0,
    deletedAt: content.deletedAt,
    links: content.text === '' ? [] : (before?.links ?? []),
    linked: content.text === '' ? 1 : sameText ? before.linked : 0,
    digest: content.digest,
    ...(content.place !== null && { place: content.place }),
  };
}
