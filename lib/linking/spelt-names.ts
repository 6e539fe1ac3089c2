import type { Reading } from './reading';

/** Shorter initials are those of a person. */
const SHORTEST = 3;
const LONGEST = 6;

/** Do the initials of a name in these blocks spell the acronym: "Tokyo Stock Exchange" of "tse"? */
export function findSpeltNames(readings: readonly Reading[]): (acronym: string) => boolean {
  let known: Set<string> | null = null;
  return (acronym) => {
    known ??= initialsIn(readings);
    return known.has(acronym);
  };
}

function initialsIn(readings: readonly Reading[]): Set<string> {
  const all = new Set<string>();
  for (const { words, block, titled, language } of readings) {
    if (titled) continue;
    let run = '';
    for (const { start, end, folded, capital, joint } of words) {
      const isSmallWord = !capital && language.names.openers.has(folded);
      if (joint !== 'space' && joint !== 'hyphen') run = '';
      // "The University of Oslo and Bergen Hospital": small words inside a name have no letter.
      if (isSmallWord) continue;
      const isWord = capital && end - start > 1 && !/^\p{Lu}+$/u.test(block.text.slice(start, end));
      run = isWord ? run + (folded[0] ?? '') : '';
      for (let letters = SHORTEST; letters <= Math.min(LONGEST, run.length); letters++) all.add(run.slice(-letters));
    }
  }
  return all;
}
