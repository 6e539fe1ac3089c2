import { inCredit } from '../in-credit';
import type { Reading } from '../reading';
import { storyPart } from '../story-part';
import type { Block } from '../types';

/** A line that says who wrote is no longer. */
const LONGEST_BYLINE = 200;
const DATELINE = 90;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;
/** "KHARTOUM, Sudan (AP) —", "BERLIN —": what stands before the dash says where and by whom it is told. */
const PLACED = /^[^.!?;:]{2,60}?(?:\([^)]{2,30}\)\s?(?:[—–-]{1,2})|[—–]|\s-{1,2}\s)/u;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]{2,}/u;

/** Is it a line of who wrote, edited, took the picture? */
export function isByline({ block, language }: Reading): boolean {
  const { text, role } = block;
  if (role === 'comment' || text.length > LONGEST_BYLINE) return false;
  return language.persons.bylines.test(text) || COPYRIGHT.test(text);
}

/** Characters before which a block is a dateline; 0 without one. */
export function datelineEnd({ block, titled }: Reading): number {
  if (titled || block.role === 'title') return 0;
  const head = block.text.slice(0, DATELINE);
  const [dateline] = PLACED.exec(head) ?? [];
  if (dateline === undefined) return 0;
  return dateline.includes('(') || SHOUTED.test(dateline.split(/[,(—–]/)[0] ?? '') ? dateline.length : 0;
}

/** The part of a block that is story, as linking sees it; headings are short by nature, and readers ask what they like. */
export function storyOf(block: Block): Block {
  const { role, text } = block;
  const part = role === 'title' || role === 'heading' || role === 'comment' ? text.length : storyPart(text);
  return part === text.length ? block : { ...block, text: text.slice(0, part) };
}

/** "Photo: Dana Ferris/Getty Images". */
export const isCredited = (start: number, end: number, { block, language }: Reading): boolean =>
  (start < DATELINE || end > block.text.length - DATELINE) && inCredit(block.text, start, end, language);
