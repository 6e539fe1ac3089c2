/** The other names a card prints: none that repeats its name or an earlier one. */

/** Characters of other names: about one line. A second one would push the day out of the first glance. */
export const OTHER_NAMES_LENGTH = 44;

/** Without case, accents and signs: "Türkiye’s" and "turkiyes" are one word. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s\p{Pd}]+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '' && word !== 'the');

/** As many as fit a line, most usual first; whole names only, and at least one if there is any. */
export function otherNames(name: string, also: readonly string[]): readonly string[] {
  const said = [new Set(wordsOf(name))];
  const chosen: string[] = [];
  let length = 0;
  for (const other of also) {
    const words = wordsOf(other);
    if (said.some((before) => words.every((word) => before.has(word)))) continue;
    length += other.length + 2;
    if (chosen.length > 0 && length > OTHER_NAMES_LENGTH) continue;
    said.push(new Set(words));
    chosen.push(other);
  }
  return chosen;
}
