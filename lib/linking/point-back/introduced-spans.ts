import { foldText } from '../../text';
import type { Chosen } from '../around/scene';
import type { Introduced } from '../find/namesakes';
import { makeSpan, type Span } from '../find/spans';
import type { Option, Shelf } from '../known/shelf';
import { storyOption } from '../known/story-option';
import type { Reading } from '../read/reading';
import type { StoryMemory } from '../types';
import { speltByBodies } from './spelt-by-bodies';

/** "CBs" are several. */
const ACRONYM = /^[\p{Lu}.&]{2,}s?$/u;

/**
 * Gives acronyms the meaning that the story explains: the explained entity, or none if the name is unknown. Acronyms
 * from earlier batches keep their meaning. Null if nothing changes.
 */
export function introduceAcronyms(
  spans: readonly Span[],
  chosen: readonly Chosen[],
  readings: readonly Reading[],
  introduced: Introduced,
  memory: StoryMemory | null,
  shelf: Shelf,
  allowed: (option: Option, span: Span) => boolean,
): Span[] | null {
  const meanings = new Map(introduced.acronyms);
  for (const { folded, options } of spans) {
    const ref = meanings.get(folded);
    if (ref === undefined || ref === null || options.some((option) => option.ref === ref)) continue;
    // "The White House (AP)": a credited medium, whatever stands before it.
    const isMedium = options.some((option) => shelf.entity(option.ref).kind === 'media');
    const initials = initialsOf(shelf.entity(ref).name);
    if (isMedium ? !initials.includes(folded) : !sharesLetters(initials, folded)) meanings.delete(folded);
  }
  for (const [key, { forms }] of Object.entries(memory?.named ?? {})) {
    const ref = shelf.find(key);
    for (const form of forms) {
      const folded = foldText(form);
      if (ref !== null && ACRONYM.test(form) && !meanings.has(folded)) meanings.set(folded, ref);
    }
  }
  for (const [acronym, ref] of speltByBodies(spans, chosen, readings, shelf))
    if (!meanings.has(acronym)) meanings.set(acronym, ref);
  if (meanings.size === 0) return null;
  const ambiguous = new Set(spans.filter((span) => span.options.length > 1).map((span) => span.folded));
  for (const { span, ref } of chosen) {
    if (meanings.get(span.folded) === ref && !ambiguous.has(span.folded)) meanings.delete(span.folded);
  }
  if (meanings.size === 0) return null;
  const kept = spans.filter((span) => !(meanings.has(span.folded) && ACRONYM.test(span.surface)));
  for (const [at, { words, block }] of readings.entries()) {
    for (const word of words) {
      const ref = word.capital ? meanings.get(word.folded) : undefined;
      if (ref === undefined || ref === null || !ACRONYM.test(block.text.slice(word.start, word.end))) continue;
      const option = storyOption(ref, 'name', 'exact');
      const span = makeSpan(readings, at, word.start, word.end, [option]);
      if (span && allowed(option, span)) kept.push(span);
    }
  }
  return kept;
}

/** "International Criminal Court (CPI)": another language orders the letters differently but shares half of them. */
function sharesLetters(initials: string, acronym: string): boolean {
  const shared = [...acronym].filter((letter) => initials.includes(letter)).length;
  return shared * 2 > acronym.length;
}

/** "Superior Electoral Court" → "sec". */
const initialsOf = (name: string): string =>
  foldText(name)
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');
