import { foldText } from '../../text';
import type { Chosen } from '../around/scene';
import type { Introduced } from '../find/namesakes';
import { makeSpan, orderOf, placeOfSpan, type Span } from '../find/spans';
import type { Option, Ref, Shelf } from '../known/shelf';
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
  const refAt = refsByWord(chosen);
  const isExplained = (span: Span): boolean => meanings.has(span.folded) && ACRONYM.test(span.surface);
  // Taken for what it means already, or part of a longer name.
  const isSettled = (span: Span, ref: Ref): boolean => {
    const taken = refAt.get(placeOfSpan(span));
    return taken === ref || taken === LONGER;
  };
  let changes = chosen.some(({ span }) => isExplained(span) && meanings.get(span.folded) === null);
  const kept = spans.filter((span) => !isExplained(span));
  for (const [at, { words, block }] of readings.entries()) {
    for (const word of words) {
      const ref = word.capital ? meanings.get(word.folded) : undefined;
      if (ref === undefined || ref === null || !ACRONYM.test(block.text.slice(word.start, word.end))) continue;
      const option = storyOption(ref, 'name', 'exact');
      const span = makeSpan(readings, at, word.start, word.end, [option]);
      if (!span || !allowed(option, span)) continue;
      kept.push(span);
      changes ||= !isSettled(span, ref);
    }
  }
  return changes ? kept : null;
}

const LONGER = 'longer';

/** What each word of the story was taken for: an entity, or a piece of a longer name. */
function refsByWord(chosen: readonly Chosen[]): ReadonlyMap<number, Ref | typeof LONGER> {
  const refs = new Map<number, Ref | typeof LONGER>();
  for (const { span, ref } of chosen) {
    if (span.first === span.last) refs.set(placeOfSpan(span), ref);
    else for (let word = span.first; word <= span.last; word++) refs.set(orderOf(span.at, word), LONGER);
  }
  return refs;
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
