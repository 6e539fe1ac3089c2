/**
 * An editor's way to the store: each of its news is one message. A message that was sent arrives even if the page that
 * sent it goes in the next moment; a transaction of the page's own would go with it.
 */

import { fromBase64, toBase64 } from '../../lib/bytes';
import type { Answer, Ask, CardCalls } from '../../lib/messages';
import type { EditorAnswer, EditorNews } from '../../lib/notes';

export type CallExchange = (ask: Ask<CardCalls, 'exchangeNote'>) => Promise<Answer<CardCalls, 'exchangeNote'>>;

/** ms; a worker that is alive answers in a few, one that has to start in some hundred. The next try does no harm. */
const ANSWER_WITHIN_MS = 15_000;

export const exchangeBy =
  (call: CallExchange) =>
  async ({ subject, update, vector }: EditorNews): Promise<EditorAnswer> => {
    const ask = { subject, update: update && toBase64(update), vector: toBase64(vector) };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('no answer')), ANSWER_WITHIN_MS);
    });
    try {
      const answer = await Promise.race([call(ask), late]);
      return { update: answer.update === null ? null : fromBase64(answer.update), savedAt: answer.savedAt };
    } finally {
      clearTimeout(timer);
    }
  };
