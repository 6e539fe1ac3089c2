/** A closed list of words, folded like `lib/text` does: no capitals, no accents, "ß" as "ss". */
export const wordList = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));
