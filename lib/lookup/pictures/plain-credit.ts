/** Who made a picture, as Commons tells it, in HTML that anybody may have written: as one line of plain words. */
import { clean } from '../clean';

const LONGEST_READ = 8_000;
const LONGEST = 100;

/** What no reader of the page sees: sheets, scripts, comments, and names said again for machines. */
const UNSEEN = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /<(style|script|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi,
  /<(\w+)\b[^<>]*?\bdisplay:\s{0,9}none[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi,
];
/** Between blocks there is a line's end; within a word there is nothing. */
const BLOCK = /<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|h\d)\b[^>]*>?/gi;
/** With what stands in quotes, which may hold its own end. */
const TAG = /<\/?[a-z!?](?:"[^"]*"|'[^']*'|[^>])*>?/gi;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

export function plainCredit(html: string): string {
  let text = html.slice(0, LONGEST_READ);
  for (const unseen of UNSEEN) text = text.replace(unseen, ' ');
  text = text.replace(BLOCK, ' ').replace(TAG, '').replace(ENTITY, readEntity);
  // What was written as entities may look like markup now.
  return clean(text, LONGEST);
}

function readEntity(whole: string, decimal: string | undefined, hex: string | undefined, name = ''): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (Number.isNaN(code)) return NAMED[name.toLowerCase()] ?? whole;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
