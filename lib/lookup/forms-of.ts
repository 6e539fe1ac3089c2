/**
 * The names by which a looked-up item is found in later stories. Each alias is a risk: one that could be anyone's is
 * left out.
 */
import type { EntityKey, Kind } from '../facts';
import { tableNames } from '../language';
import type { FormRow, OtherLanguage } from '../pack';
import { type Item, itemsOf, type OtherNames } from './item';
import { isPlainIn, isPlainWord } from './plain-words';
import { foldedWords } from './words';

const MOST_FORMS = 8;
const MOST_PRINTED = 4;
/** Per additional language. */
const MOST_ELSEWHERE = 4;
const MOST_WORDS = 8;
const SHORTEST_ACRONYM = 3;
const ACRONYM = /^\p{Lu}[\p{Lu}\d&.-]+$/u;
/** "Adams, Douglas", "Example (band)": written like this only in lists. */
const LISTED = /[,;:()"“”/]/;
/** Countries where the family name comes first, in English texts too. */
const SURNAME_FIRST: ReadonlySet<EntityKey> = new Set(['q148', 'q423', 'q884', 'q881', 'q865', 'q8646']);
/** Kinds whose names are often ordinary words or other things' names. */
const CALLED_AFTER: ReadonlySet<Kind> = new Set(['work', 'concept', 'event', 'law', 'policy', 'deal']);

export function formsOf(item: Item, kind: Kind): FormRow[] {
  const forms: FormRow[] = [];
  // This row overrides the form that a pack derives from the name itself.
  if (!isName(item.label, kind)) forms.push(formOf(item.key, item.label, 'short', false));
  const [surname] = item.label.split(' ');
  const isSurnameFirst = kind === 'person' && itemsOf(item, 'P27').some((key) => SURNAME_FIRST.has(key));
  if (isSurnameFirst && surname !== undefined && foldedWords(item.label).length > 1) {
    forms.push(formOf(item.key, surname, 'short', false));
  }
  for (const alias of item.aliases) {
    if (forms.length >= MOST_FORMS) break;
    const use = useOfAlias(alias, kind);
    if (use !== null) forms.push(formOf(item.key, alias, use, forms.length < MOST_PRINTED));
  }
  for (const [language, names] of item.namesIn) forms.push(...formsIn(language, names, item.key, kind));
  return forms;
}

/** Its names in texts of another language. */
function formsIn(language: OtherLanguage, { label, aliases }: OtherNames, entity: EntityKey, kind: Kind): FormRow[] {
  const isPlain = (words: readonly string[]): boolean => words.every((word) => isPlainIn(language, word));
  const forms: FormRow[] = [];
  const add = (form: string, use: 'name' | 'short'): void =>
    void forms.push({ ...formOf(entity, form, use, false), language });
  if (label !== null) add(label, isName(label, kind, isPlain) ? 'name' : 'short');
  for (const alias of aliases) {
    const use = useOfAlias(alias, kind, isPlain);
    if (use !== null && forms.length < MOST_ELSEWHERE) add(alias, use);
  }
  return forms;
}

function isName(label: string, kind: Kind, isPlain = isPlainHere): boolean {
  const words = foldedWords(label);
  return words.length > 1 ? !isPlain(words) : !CALLED_AFTER.has(kind) && !isPlain(words) && label.length > 2;
}

function useOfAlias(alias: string, kind: Kind, isPlain = isPlainHere): 'name' | 'short' | null {
  // A text may omit the article, which leaves "The Judge" a single word.
  const words = foldedWords(alias.replace(tableNames.article, ''));
  if (words.length > MOST_WORDS || LISTED.test(alias) || !/^\p{Lu}|^\p{Lo}/u.test(alias) || isPlain(words)) return null;
  if (words.length > 1) {
    // "J. Example" could be countless people.
    if (kind === 'person' && words.length === 2 && words.some(({ length }) => length === 1)) return null;
    return CALLED_AFTER.has(kind) ? 'short' : 'name';
  }
  // Others share the letters: it counts only if the story also has the full name.
  const isAcronym = ACRONYM.test(alias) && words.every(({ length }) => length >= SHORTEST_ACRONYM);
  return isAcronym && kind !== 'person' ? 'short' : null;
}

const isPlainHere = (words: readonly string[]): boolean => words.every(isPlainWord);

function formOf(entity: EntityKey, form: string, use: 'name' | 'short', printed: boolean): FormRow {
  return { entity, form, use, company: [], from: null, to: null, weight: 1, transliterated: false, printed };
}
