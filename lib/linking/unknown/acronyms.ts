import { rolesOf } from '../../language';
import type { Reading, Word } from '../read/reading';
import type { Occurrence } from './sighting';

const BRACKETED = /^\s\(["“]?([\p{Lu}][\p{Lu}\p{N}.&-]{1,7})["”]?[),;]/u;

/** "National Grain Board (NGB)": the acronym spelt by the name's initials, folded. */
export function acronymBehind(
  sighting: Occurrence,
  reading: Reading,
): { readonly folded: string; readonly word: number } | null {
  const { block, words } = reading;
  if (sighting.words.length < 2) return null;
  const { last, end } = sighting;
  const found = BRACKETED.exec(block.text.slice(end, end + 14));
  const word = words[last + 1] as Word | undefined;
  if (!found || word === undefined) return null;
  const isSpelt =
    spells(sighting.words, word.folded) || (isOfBody(sighting, reading) && sighting.words[0]?.[0] === word.folded[0]);
  return isSpelt ? { folded: word.folded, word: last + 1 } : null;
}

/**
 * "The American Society for Radiation Oncology (ASTRO)": for a body of three or more words the first letter is enough.
 */
function isOfBody({ words }: Occurrence, { language }: Reading): boolean {
  const { links, inNames } = rolesOf(language);
  return words.length > 2 && (words.some((word) => links.has(word)) || inNames.get(words.at(-1) ?? '') === 'body');
}

/** Each letter starts a word or continues one already started; small words may be skipped. */
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
