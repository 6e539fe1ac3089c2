/** Splits a text into paragraphs of plain runs and names with their own cards. */
import type { EntityKey } from '../../lib/facts';
import type { NestedMention } from '../../lib/knowledge';

export interface TextRun {
  readonly text: string;
  /** The card this run opens; null for plain text. */
  readonly entity: EntityKey | null;
}

export function toParagraphs(text: string, mentions: readonly NestedMention[]): readonly (readonly TextRun[])[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const { start, end, entity } of [...mentions].sort((a, b) => a.start - b.start)) {
    // Offsets that overlap or exceed the text belong to another edition: no link is better than a wrong one.
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) runs.push({ text: text.slice(at, start), entity: null });
    runs.push({ text: text.slice(start, end), entity });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), entity: null });

  const paragraphs: TextRun[][] = [[]];
  for (const run of runs) {
    const [first = '', ...rest] = run.entity === null ? run.text.split(/\n+/) : [run.text];
    if (first !== '') paragraphs.at(-1)?.push({ ...run, text: first });
    for (const line of rest) paragraphs.push(line === '' ? [] : [{ ...run, text: line }]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
