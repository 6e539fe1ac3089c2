/** "Europäische Union": what stands before the noun takes its endings. */
const ADJECTIVE = /^(\p{L}{3,}e)(?= \p{Lu})/u;

/** All ways in which a name of several words stands in sentences. The ending of its noun is seen in the text (`uninflected`). */
export function inflections(form: string): readonly string[] {
  const [adjective] = ADJECTIVE.exec(form) ?? [];
  if (adjective === undefined) return [form];
  const rest = form.slice(adjective.length);
  return ['', 'n', 'r', 's'].map((ending) => adjective + ending + rest);
}
