/** "Top Gun: Maverick". In "he said: Maybe" the colon is not part of a name, so only titles may be found across one. */
const INSIDE = /(?<=[\p{L}\p{N}]): (?=[\p{Lu}\p{N}])/gu;

/** The text with colons inside possible titles blanked and all offsets kept; null if there are none. */
export function overColons(text: string): string | null {
  if (!text.includes(': ')) return null;
  const without = text.replace(INSIDE, '  ');
  return without === text ? null : without;
}
