/**
 * Messages that still work when the extension was updated or removed under the card: the browser then provides no
 * texts, and the reader must still be told about unstored words.
 */
import type { MessageKey } from '../../components/kit';

/** What an editor reports about words that it could not store. */
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
