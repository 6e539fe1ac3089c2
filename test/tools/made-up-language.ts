/**
 * A language that nobody speaks, made of the English words: written from right to left, in the letters of Hebrew (the fonts of
 * the tests have them), with the six plurals of Arabic. It shows what German cannot: a direction, a form of few.
 */
import type { Messages } from '../unit/words/languages';

/** Browsers and `Intl` have to know the tag; Arabic has both traits. */
export const MADE_UP = 'ar';
export const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

const LETTERS: Readonly<Record<string, string>> = {
  a: 'א', b: 'ב', c: 'צ', d: 'ד', e: 'ע', f: 'פ', g: 'ג', h: 'ה', i: 'י', j: 'ז', k: 'כ', l: 'ל', m: 'מ',
  n: 'נ', o: 'ו', p: 'ף', q: 'ק', r: 'ר', s: 'ס', t: 'ת', u: 'ו', v: 'ב', w: 'ש', x: 'ח', y: 'י', z: 'ז',
}; // biome-ignore format: an alphabet

/** The same sentence in its letters; names of products and places to fill in stay. */
export const madeUp = (words: string): string =>
  words.replace(/%s|[A-Za-z]+/g, (word) =>
    word === '%s' || word === 'Backstory' ? word : [...word.toLowerCase()].map((letter) => LETTERS[letter]).join(''),
  );

export function madeUpLanguage(english: Messages): Messages {
  const messages: Record<string, { readonly message: string }> = {};
  for (const [key, { message }] of Object.entries(english)) {
    const stem = /^(.+)_other$/.exec(key)?.[1];
    messages[key] = { message: madeUp(message) };
    if (stem === undefined || !(`${stem}_one` in english)) continue;
    // Each form says which it is.
    for (const form of FORMS)
      if (form !== 'one') messages[`${stem}_${form}`] = { message: `${madeUp(message)} (${madeUp(form)})` };
  }
  return { ...messages, text_language: { message: MADE_UP }, text_direction: { message: 'rtl' } };
}
