/** "Europäische Union": what precedes the noun is inflected. */
const ADJECTIVE = /^(\p{L}{3,}e)(?= \p{Lu})/u;

/** All inflected forms of a name of several words. The ending of its noun is handled by `uninflected`. */
export function inflections(form: string): readonly string[] {
  const [adjective] = ADJECTIVE.exec(form) ?? [];
  if (adjective === undefined) return [form];
  const rest = form.slice(adjective.length);
  return ['', 'n', 'r', 's'].map((ending) => adjective + ending + rest);
}
