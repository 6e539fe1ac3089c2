/** "Europäische Union": what precedes the noun is inflected. */
const ADJECTIVE = /^(\p{L}{3,}e)(?= \p{Lu})/u;

/** All inflected forms of a name of several words. The ending of its noun is handled by `uninflected`. */
export function inflections(form: string): readonly string[] {
  const [adjective] = ADJECTIVE.exec(form) ?? [];
  if (adjective === undefined) return [form];
  const rest = form.slice(adjective.length);
  return ['', 'n', 'r', 's'].map((ending) => adjective + ending + rest);
}

/** An s ending a name of three or more letters: "Bidens", "des Irans". Names have at most forty letters. */
const GENITIVE = /s(?![\p{L}\p{N}'’-])(?<=\p{Lu}[\p{L}-]{1,40}[^sxzß\P{L}]s)/gu;

/** An apostrophe, which occurs in no name, replaces the s. */
export const uninflected = (text: string): readonly string[] => [text.replace(GENITIVE, "'")];
