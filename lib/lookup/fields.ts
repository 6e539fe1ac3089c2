/**
 * Fields of life, by the words for people in them. They tell namesakes apart: a striker is not a senator. What a story
 * and what Wikidata calls someone are looked up in the same tables, whatever the language.
 */
import { encyclopedias, type FieldOfLife, GAMES } from '../language';
import { foldedWords } from './words';

/** A word for all sports is compatible with each of them; different sports exclude each other. */
const games: ReadonlySet<string> = new Set(GAMES);

/** Fields in which people become widely known; none of them heads a company or museum unless that is said as well. */
const stages: ReadonlySet<FieldOfLife> = new Set([...GAMES, 'sport', 'screen', 'music', 'letters', 'visual'] as const);

/** Are only sports and arts mentioned? */
export const isOfStages = (fields: ReadonlySet<FieldOfLife>): boolean =>
  fields.size > 0 && [...fields].every((field) => stages.has(field));

/** All fields that the text has a word for. */
export function fieldsOf(text: string): ReadonlySet<FieldOfLife> {
  const words = foldedWords(text);
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

/** A word of one language does not exist in another, or means the same there. */
function fieldsOfWord(word: string): readonly FieldOfLife[] {
  for (const { fieldsOf } of encyclopedias) {
    const fields = fieldsOf(word);
    if (fields.length > 0) return fields;
  }
  return [];
}

/** Can both mean the same person? */
export function meet(said: ReadonlySet<FieldOfLife>, is: ReadonlySet<FieldOfLife>): boolean {
  for (const field of said) {
    if (is.has(field)) return true;
    if (field === 'sport' && [...is].some((other) => games.has(other))) return true;
    if (games.has(field) && is.has('sport') && ![...is].some((other) => games.has(other))) return true;
  }
  return false;
}
