/** Selected words that can be looked up: a name or a term, and no passage. */
import { oneLine } from '../text';

/** Characters; what is longer is a passage, which nobody looks up. */
const LONGEST = 80;

export function isLookable(text: string): boolean {
  // With one to spare: what is cut off there was too long.
  const words = oneLine(text, LONGEST + 1);
  return words.length <= LONGEST && /\p{L}/u.test(words);
}
