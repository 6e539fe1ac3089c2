/** Words that a reader selected on a page or typed, for a search: one line, nothing unseen in it, and no longer than is asked for. */
import { plainLabel } from './plain';

export function oneLine(text: string, longest: number): string {
  // A selection may be a whole page: what is looked through is bounded, spaces and unseen letters among it.
  const plain = plainLabel(text.trimStart().slice(0, longest * 4));
  return plain.length <= longest ? plain : plainLabel(plain.slice(0, longest));
}
