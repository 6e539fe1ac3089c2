/**
 * Which labels are names. GUM labels whole phrases and pronouns too: "U.S. President Donald Trump 's", "the country", "his". A
 * link stands on the name alone, so recall is also counted over the labels that are names and no part of a longer name.
 */

/** From where to where in the text. */
export type Range = readonly [start: number, end: number];

/** Small words inside a name: "Council on American-Islamic Relations", "Movimento 5 Stelle". */
const JOINING =
  /^(?:of|the|and|for|on|in|at|to|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|van|von|der|den|&|-|–|['’]s)$/;

/** GUM's phrase without its article and its possessive: "the Taliban", "Afghanistan 's". */
export function barePhrase(surface: string): Range {
  const article = /^(?:the|a|an) /i.exec(surface)?.[0].length ?? 0;
  const possessive = / ?['’]s$/.exec(surface)?.[0].length ?? 0;
  return [article, surface.length - possessive];
}

/** Where in a longer phrase the name of the labelled article stands: "Aceh, Indonesia", "President Trump"; null without. */
export function nameInPhrase(phrase: string, title: string, person: boolean): Range | null {
  for (const name of [title.replace(/ \([^)]*\)$/, ''), title.replace(/, .*$/, '')]) {
    const at = name === '' ? -1 : ` ${phrase.replace(/,/g, ' ')} `.indexOf(` ${name} `);
    if (at >= 0) return name.length < phrase.length ? [at, at + name.length] : null;
  }
  const last = person ? ` ${title.split(' ').at(-1)}` : '';
  return last !== '' && phrase.endsWith(last) ? [phrase.length - last.length + 1, phrase.length] : null;
}

/** A person's name has a word of the person's article in it: "Secretary of State" names nobody. */
export function isName(phrase: string, title: string, person: boolean): boolean {
  const words = phrase.split(/\s+/);
  const capitalised = words.every((word) => /^["'“‘(@]*[\p{Lu}\d]/u.test(word) || JOINING.test(word));
  if (!capitalised || !/^["'“‘(@]*[\p{Lu}\d]/u.test(phrase) || !/\p{L}/u.test(phrase)) return false;
  const known = new Set(title.toLowerCase().split(/[\s()]+/));
  return !person || words.some((word) => known.has(word.toLowerCase()));
}

/** Strictly inside of one of them? */
export const isPart = ([start, end]: Range, names: readonly Range[]): boolean =>
  names.some(([from, to]) => from <= start && end <= to && to - from > end - start);
