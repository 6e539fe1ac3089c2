import { inCredit } from '../read/in-credit';
import type { Candidate } from './clue';

/**
 * Is it named the way a quoted or credited medium is: "told the Sun", "TOKYO (Kyodo) —", "the deal is off, Kyodo said"?
 */
export function namedAsPress({ kind, around, span, story: { readings } }: Candidate): boolean {
  const reading = readings[span.at];
  if (kind !== 'media' || !reading) return false;
  if (around.afterPress) return true;
  const { words, block, language, titled } = reading;
  if (titled) return false;
  const isSpeaking =
    words[span.first]?.initial === false &&
    block.text[(words[span.first]?.start ?? 0) - 2] === ',' &&
    words[span.last + 1]?.joint === 'space' &&
    language.cues.speech.has(words[span.last + 1]?.folded ?? '');
  return isSpeaking || inCredit(block.text, span.start, span.end, language);
}
