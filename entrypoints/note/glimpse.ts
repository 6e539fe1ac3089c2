/** What the card shows of a note while it is being written. */
import type { NoteGlimpse } from '../../lib/messages';
import type { NoteContent } from '../../lib/notes';
import { dayOf } from '../own-page/day-of';

export function glimpseOf({ text, tags, quotes, changedAt, deletedAt }: NoteContent): NoteGlimpse | null {
  if (deletedAt !== null || (text === '' && tags.length === 0 && quotes.length === 0)) return null;
  return { text, tags, quotes: quotes.length, changedOn: dayOf(changedAt) };
}
