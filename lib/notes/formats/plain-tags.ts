/**
 * Tags of other programs know no spaces. A tag is written in the form that they take, its exact label beside it where
 * the two differ; on the way back the label wins as long as its plain form is still there.
 */

/** Obsidian: letters, digits, `_`, `-`, `/`, pictures; not digits alone. Logseq and Anki take the same. */
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
