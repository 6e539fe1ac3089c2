/** The author of a picture as Commons gives it, in HTML that anyone may have written, as one line of plain text. */
import { clean } from '../clean';

const LONGEST_READ = 8_000;
const LONGEST = 100;

/** Invisible on the page: style sheets, scripts, comments, and names repeated for machines. */
const UNSEEN = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /<(style|script|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi,
  /<(\w+)\b[^<>]*?\bdisplay:\s{0,9}none[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi,
];
/** Between blocks a line break; within a word nothing. */
const BLOCK = /<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|h\d)\b[^>]*>?/gi;
/** Including quoted attributes, which may contain ">". */
const TAG = /<\/?[a-z!?](?:"[^"]*"|'[^']*'|[^>])*>?/gi;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

export function plainCredit(html: string): string {
  let text = html.slice(0, LONGEST_READ);
  for (const unseen of UNSEEN) text = text.replace(unseen, ' ');
  text = text.replace(BLOCK, ' ').replace(TAG, '').replace(ENTITY, readEntity);
  // Decoded entities may look like markup.
  return clean(text, LONGEST);
}

function readEntity(whole: string, decimal: string | undefined, hex: string | undefined, name = ''): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (Number.isNaN(code)) return NAMED[name.toLowerCase()] ?? whole;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
