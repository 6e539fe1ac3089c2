/** "Top Gun: Maverick". In "he said: Maybe" it is no part of a name, so what is found over one has to be a title. */
const INSIDE = /(?<=[\p{L}\p{N}]): (?=[\p{Lu}\p{N}])/gu;

/** The text with the colons left out that may stand inside a title, every letter at its place; null where there are none. */
export function overColons(text: string): string | null {
  if (!text.includes(': ')) return null;
  const without = text.replace(INSIDE, '  ');
  return without === text ? null : without;
}
