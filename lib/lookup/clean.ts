import { plainLabel } from '../text';

const MARKUP = /<[^>]{0,200}>|\[\[|\]\]|\{\{|\}\}|'{2,}|[<>{}|]/g;

/** A name or a line that strangers wrote: no markup, no control that turns letters, cut at a word where it is too long. */
export function clean(text: string, longest: number): string {
  const plain = plainLabel(plainLabel(text.slice(0, longest * 4)).replace(MARKUP, ' '));
  if (plain.length <= longest) return plain;
  const head = plain.slice(0, longest);
  return plainLabel(head.slice(0, Math.max(head.lastIndexOf(' '), 1)));
}
