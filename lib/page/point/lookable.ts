/** Selected words that can be looked up: a name or a term, not a passage. */
import { oneLine } from '../../text';

/** In characters; a longer selection is a passage, which nobody looks up. */
const LONGEST = 80;

export function isLookable(text: string): boolean {
  // One more than allowed, to detect text that is too long.
  const words = oneLine(text, LONGEST + 1);
  return words.length <= LONGEST && /\p{L}/u.test(words);
}
