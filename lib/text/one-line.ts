/** Words selected on a page or typed, for a search: one line, without invisible characters, cut to a given length. */
import { plainLabel } from './plain';

export function oneLine(text: string, longest: number): string {
  // A selection may be a whole page, so the input is cut first, leaving room for spaces and invisible characters.
  const plain = plainLabel(text.trimStart().slice(0, longest * 4));
  return plain.length <= longest ? plain : plainLabel(plain.slice(0, longest));
}
