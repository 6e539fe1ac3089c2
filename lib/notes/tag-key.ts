/** Accents of Latin, Greek and Cyrillic letters; marks of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f]+/g;

/** Tags that differ only in case, accents and width of spaces are one; signs count: C, C++ and C# are three. */
export function tagKey(label: string): string {
  const plain = label.normalize('NFKD').replace(ACCENTS, '').toUpperCase().toLowerCase();
  return plain.trim().replace(/\s+/g, ' ') || label.trim();
}
