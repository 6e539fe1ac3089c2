import { rolesOf } from '../../language';
import { inCredit } from '../read/in-credit';
import type { Reading, Word } from '../read/reading';
import { storyPart } from '../read/story-part';
import type { Block } from '../types';

/** In characters: the longest byline. */
const LONGEST_BYLINE = 200;
const DATELINE = 90;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;
/** "KHARTOUM, Sudan (AP) —", "BERLIN —": before the dash stand the place and the source. */
const PLACED = /^[^.!?;:]{2,60}?(?:\([^)]{2,30}\)\s?(?:[—–-]{1,2})|[—–]|\s-{1,2}\s)/u;
const SHOUTED = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]{2,}/u;

/** Does the line credit an author or editor, name the page, or announce something else on it? */
export function isByline({ block, language }: Reading): boolean {
  const { text, role } = block;
  if (role === 'comment' || text.length > LONGEST_BYLINE) return false;
  const [byline] = language.persons.bylines.exec(text) ?? [];
  // "By Thursday he was gone." is a sentence.
  if (byline !== undefined && (!isBare(byline) || !ENDED.test(text))) return true;
  return COPYRIGHT.test(text) || rolesOf(language).asides.test(text);
}

/** "By", and not "Reporting by". */
const isBare = (byline: string): boolean => !byline.trim().includes(' ');
const ENDED = /[.!?]["”’)]*\s*$/;
/** In characters: enough of a sentence to recognise "Additional reporting by". */
const OPENING = 40;

/** Numbers of the sentences at the end of a paragraph that credit authors or editors. */
export function bylinedSentences({ words, block, language }: Reading): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 1; at < words.length; at++) {
    const { sentence, start } = words[at] as Word;
    if (sentence === words[at - 1]?.sentence) continue;
    const [byline] = language.persons.bylines.exec(block.text.slice(start, start + OPENING)) ?? [];
    if (byline !== undefined && !isBare(byline)) found.add(sentence);
  }
  return found;
}

/** How many characters at the start of a block are a dateline; 0 if none. */
export function datelineEnd({ block, titled }: Reading): number {
  if (titled || block.role === 'title') return 0;
  const head = block.text.slice(0, DATELINE);
  const [dateline] = PLACED.exec(head) ?? [];
  if (dateline === undefined) return 0;
  return dateline.includes('(') || SHOUTED.test(dateline.split(/[,(—–]/)[0] ?? '') ? dateline.length : 0;
}

/**
 * The part of a block that is story, as in linking; headings are short by nature, and readers may ask whatever they
 * like.
 */
export function storyBlock(block: Block): Block {
  const { role, text } = block;
  const part = role === 'title' || role === 'heading' || role === 'comment' ? text.length : storyPart(text);
  return part === text.length ? block : { ...block, text: text.slice(0, part) };
}

/** "Photo: Dana Ferris/Getty Images". */
export const isCredited = (start: number, end: number, { block, language }: Reading): boolean =>
  (start < DATELINE || end > block.text.length - DATELINE) && inCredit(block.text, start, end, language);

/** The towns in datelines as name keys: "brackwater" from "BRACKWATER —" and "BRACKWATER, Maine (AP) —". */
export function datelinePlaces(readings: readonly Reading[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const reading of readings) {
    const behind = datelineEnd(reading);
    if (behind === 0 || !SHOUTED.test(reading.block.text.slice(0, behind))) continue;
    const town: string[] = [];
    for (const { folded, start, joint } of reading.words) {
      if (start >= behind || (town.length > 0 && joint === 'break')) break;
      town.push(folded);
    }
    if (town.length <= MOST_TOWN_WORDS) found.add(town.join(' '));
  }
  return found;
}

const MOST_TOWN_WORDS = 3;
