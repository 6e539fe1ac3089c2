/** The frame's way to the store: an editor's news as one message, and the glimpse that the card shows of it. */
import { callBackground, type NoteGlimpse } from '../../lib/messages';
import type { EditorAnswer, EditorNews, NoteContent } from '../../lib/notes';
import { fromBase64, toBase64 } from '../own-page/base64';
import { dayOf } from '../own-page/day-of';

/** ms; a worker that is alive answers in a few, one that has to start in some hundred. The next try does no harm. */
const ANSWER_WITHIN_MS = 15_000;

export async function exchangeByMessage({ subject, update, vector }: EditorNews): Promise<EditorAnswer> {
  const ask = { subject, update: update && toBase64(update), vector: toBase64(vector) };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), ANSWER_WITHIN_MS);
  });
  try {
    const answer = await Promise.race([callBackground('exchangeNote', ask), late]);
    return { update: answer.update === null ? null : fromBase64(answer.update), savedAt: answer.savedAt };
  } finally {
    clearTimeout(timer);
  }
}

export function glimpseOf({ text, tags, quotes, changedAt, deletedAt }: NoteContent): NoteGlimpse | null {
  if (deletedAt !== null || (text === '' && tags.length === 0 && quotes.length === 0)) return null;
  return { text, tags, quotes: quotes.length, changedOn: dayOf(changedAt) };
}
