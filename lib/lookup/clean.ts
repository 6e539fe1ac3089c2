import { plainLabel } from '../text';

const MARKUP = /<[^>]{0,200}>|\[\[|\]\]|\{\{|\}\}|'{2,}|[<>{}|]/g;

/** A name or line written by strangers: no markup, no direction controls, cut at a word if too long. */
export function clean(text: string, longest: number): string {
  const plain = plainLabel(plainLabel(text.slice(0, longest * 4)).replace(MARKUP, ' '));
  if (plain.length <= longest) return plain;
  const head = plain.slice(0, longest);
  return plainLabel(head.slice(0, Math.max(head.lastIndexOf(' '), 1)));
}
