import type { Reading, Word } from '../reading';
import type { Sighting } from './sighting';

const BRACKETED = /^\s\(["“]?([\p{Lu}][\p{Lu}\p{N}.&-]{1,7})["”]?[),;]/u;

/** "National Grain Board (NGB)": the acronym, folded, that the initials of the name spell. */
export function acronymBehind(
  sighting: Sighting,
  { block, words }: Reading,
): { readonly folded: string; readonly word: number } | null {
  if (sighting.words.length < 2) return null;
  const { last, end } = sighting;
  const found = BRACKETED.exec(block.text.slice(end, end + 14));
  const word = words[last + 1] as Word | undefined;
  if (!found || word === undefined) return null;
  return spells(sighting.words, word.folded) ? { folded: word.folded, word: last + 1 } : null;
}

/** Each letter begins a word, or goes on in one that has begun; small words may be left out. */
function spells(words: readonly string[], acronym: string): boolean {
  const initials = words.map((word) => word[0] ?? '').join('');
  if (initials.includes(acronym)) return true;
  let letter = 0;
  let left = 0;
  for (const word of words) {
    if (word[0] === acronym[letter]) letter += 1;
    else if (word.length > 3) left += 1;
  }
  return letter === acronym.length && left === 0;
}
