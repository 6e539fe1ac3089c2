/**
 * Fields of life, by the words for who works in them. Two namesakes are told apart by them: a striker is no senator. What a
 * story calls somebody and what Wikidata calls somebody are held against the same tables, whatever language each is in.
 */
import { encyclopedias, type FieldOfLife, GAMES } from '../language';
import { wordsOf } from './words';

/** A word of all sports goes with each of them; each of them is another than the others. */
const games: ReadonlySet<string> = new Set(GAMES);

/** In them one is known to all, and no head of a firm or a museum, unless that is told as well. */
const stages: ReadonlySet<FieldOfLife> = new Set([...GAMES, 'sport', 'screen', 'music', 'letters', 'visual'] as const);

/** Is nothing told but of games and arts? */
export const isOfStages = (fields: ReadonlySet<FieldOfLife>): boolean =>
  fields.size > 0 && [...fields].every((field) => stages.has(field));

/** All fields of which the text has a word. */
export function fieldsOf(text: string): ReadonlySet<FieldOfLife> {
  const words = wordsOf(text);
  const found = new Set<FieldOfLife>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const pair = fieldsOfPair(`${word} ${words[at + 1] ?? ''}`);
    for (const field of pair ?? fieldsOfWord(word)) found.add(field);
    if (pair !== undefined) at++;
  }
  return found;
}

function fieldsOfPair(pair: string): readonly FieldOfLife[] | undefined {
  for (const { pairs } of encyclopedias) {
    const fields = pairs.get(pair);
    if (fields) return fields;
  }
  return undefined;
}

/** A word of one language is none of another, or means the same there. */
function fieldsOfWord(word: string): readonly FieldOfLife[] {
  for (const { fieldsOf } of encyclopedias) {
    const fields = fieldsOf(word);
    if (fields.length > 0) return fields;
  }
  return [];
}

/** Can the same person be meant by both? */
export function meet(said: ReadonlySet<FieldOfLife>, is: ReadonlySet<FieldOfLife>): boolean {
  for (const field of said) {
    if (is.has(field)) return true;
    if (field === 'sport' && [...is].some((other) => games.has(other))) return true;
    if (games.has(field) && is.has('sport') && ![...is].some((other) => games.has(other))) return true;
  }
  return false;
}
