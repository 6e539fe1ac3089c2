/**
 * Messages that can still be said when the extension was updated or removed under the card: the browser then gives no
 * word any more, and what is typed and not stored is to be told of all the same.
 */
import type { MessageKey } from '../../components/kit';

/** What an editor says of words that it could not store. */
const LAST: readonly MessageKey[] = [
  'note_not_saved',
  'note_unread',
  'note_trouble_gone',
  'note_trouble_failed',
  'note_retry',
  'note_state_saving',
];

type GetMessage = (key: MessageKey, substitutions: string[]) => string;

export function lastingWords(getMessage: GetMessage): GetMessage {
  const kept = new Map(LAST.map((key) => [key, getMessage(key, ['\u0001'])]));
  return (key, substitutions) => {
    try {
      return getMessage(key, substitutions);
    } catch {
      return (kept.get(key) ?? '').replaceAll('\u0001', () => substitutions[0] ?? '');
    }
  };
}
