/**
 * How an editor reaches the store: each exchange is one message. A message that was sent arrives even if its page
 * closes in the next moment; a transaction of the page would be lost.
 */

import { fromBase64, toBase64 } from '../../lib/bytes';
import type { Answer, Ask, CardCalls } from '../../lib/messages';
import type { EditorAnswer, EditorNews } from '../../lib/notes';

export type CallExchange = (ask: Ask<CardCalls, 'exchangeNote'>) => Promise<Answer<CardCalls, 'exchangeNote'>>;

/** ms; a running worker answers in a few, one that has to start in some hundred. Trying again does no harm. */
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
