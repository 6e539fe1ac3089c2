/**
 * Other programs' tags have no spaces. A tag is written in their form, with its exact label beside it if the two
 * differ; on import the label wins as long as its plain form is still there.
 */

/** Obsidian: letters, digits, `_`, `-`, `/`, emoji; not digits alone. Logseq and Anki accept the same. */
export function plainTag(label: string): string {
  const plain = label.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /[^\d]/.test(plain) ? plain : `_${plain}`;
}

export function joinLabels(written: readonly string[], labels: readonly string[]): readonly string[] {
  const plain = new Set(written.map((tag) => tag.replace(/^#/, '')));
  const known = labels.filter((label) => plain.has(plainTag(label)));
  for (const label of known) plain.delete(plainTag(label));
  return [...new Set([...known, ...plain])].filter((tag) => tag.trim() !== '');
}
