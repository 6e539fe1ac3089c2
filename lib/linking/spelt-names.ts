import type { Reading } from './reading';

/** Shorter initials are those of a person. */
const SHORTEST = 3;
const LONGEST = 6;
/** So many names with the same initials are enough. */
const MOST = 4;

/** Names in these blocks whose initials spell an acronym: "Tokyo Stock Exchange" for "tse". Looked for when first asked. */
export function findSpeltNames(readings: readonly Reading[]): (acronym: string) => readonly string[] {
  let known: ReadonlyMap<string, readonly string[]> | null = null;
  return (acronym) => {
    known ??= namesByInitials(readings);
    return known.get(acronym) ?? [];
  };
}

function namesByInitials(readings: readonly Reading[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const { words, block, titled } of readings) {
    if (titled) continue;
    let run: string[] = [];
    for (const { start, end, folded, traits, capital, joint } of words) {
      if (joint === 'break') run = [];
      // "The Bank of Oslo and Bergen": small words inside a name have no letter.
      if (!capital && traits.isOpener) continue;
      const isWord = capital && end - start > 1 && !/^\p{Lu}+$/u.test(block.text.slice(start, end));
      run = isWord ? [...run.slice(1 - LONGEST), folded] : [];
      for (let letters = SHORTEST; letters <= run.length; letters++) {
        const name = run.slice(-letters);
        const initials = name.map((word) => word[0]).join('');
        const names = all.get(initials);
        if (!names) all.set(initials, [name.join(' ')]);
        else if (names.length < MOST) names.push(name.join(' '));
      }
    }
  }
  return all;
}
