import type { SpanIndex } from '../find/span-index';
import type { Span } from '../find/spans';
import { isCountry } from '../known/is-country';
import { isRegion } from '../known/is-region';
import type { Shelf } from '../known/shelf';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import type { Chosen, Scene } from './scene';

const COMMA = /^,\s+$/;
const COMMA_SIGN = 0x2c;
const SPACE_SIGN = 0x20;
/** In words; a longer list is not one of towns. */
const LONGEST_LIST = 16;

/** Quick check: is there a comma, an "and" or an "in" behind it? Most names have none. */
export const mayHavePlaceBehind = (span: Span, reading: Reading | undefined): boolean =>
  reading !== undefined &&
  (reading.block.text.charCodeAt(span.end) === COMMA_SIGN ||
    ((reading.words[span.last + 1]?.marks ?? 0) & WORD_MARK.and) !== 0 ||
    isWithin(span, reading));

/** "Lorries queued at Dover in Kent": the place behind "in" says where it is. */
function isWithin({ first, last, end }: Span, { words, block, language }: Reading): boolean {
  const [before, within, next] = [words[first - 1], words[last + 1], words[last + 2]];
  if (((before?.marks ?? 0) & WORD_MARK['place-preposition']) === 0 || !next?.capital || next.joint !== 'space')
    return false;
  return (
    within?.joint === 'space' && language.cues.within.has(within.folded) && block.text.charCodeAt(end) === SPACE_SIGN
  );
}

/** What follows a name and its comma, or its whole list, as what it may lie in: "Athens, Georgia". */
export function placeBehind(span: Span, reading: Reading, scene: Scene, shelf: Shelf): Chosen | null {
  if (!mayHavePlaceBehind(span, reading)) return null;
  if (isWithin(span, reading)) return scene.startingAt(span.at, span.last + 2);
  const { text } = reading.block;
  const after = scene.after(span);
  const next = after && COMMA.test(text.slice(span.end, after.span.start)) ? after : null;
  if (next && holdsTowns(next, shelf)) return next;
  const behind = behindList(span, reading);
  return (behind === null ? null : scene.startingAt(span.at, behind)) ?? next;
}

/** In "Paris, Odessa and El Campo in Texas" the first is in Texas too, not in Odessa. */
const holdsTowns = ({ ref }: Chosen, shelf: Shelf): boolean =>
  isRegion(shelf.entity(ref)) || isCountry(shelf.entity(ref));

/** Does any name stand where `placeBehind` looks, whatever it turns out to mean? */
export function hasNameBehind(span: Span, reading: Reading, spans: SpanIndex): boolean {
  const { at, last, end } = span;
  if (isWithin(span, reading)) return spans.startingAt(at, last + 2) !== undefined;
  const next = reading.words[last + 1];
  if (next && spans.startingAt(at, last + 1) && COMMA.test(reading.block.text.slice(end, next.start))) return true;
  const behind = behindList(span, reading);
  return behind !== null && spans.startingAt(at, behind) !== undefined;
}

/** "Athens, Clanton, Huntsville and Montgomery in Alabama": the word behind the preposition of a list. */
function behindList({ last, sentence }: Span, { words, language }: Reading): number | null {
  const { and, placePrepositions } = language.cues;
  let joined = false;
  for (let at = last + 1; at <= last + LONGEST_LIST && words[at]?.sentence === sentence; at++) {
    const { capital, folded } = words[at] as Word;
    if (capital) continue;
    // "From Oregon and from Mexico" is not a list of towns.
    if (joined && !words[at - 1]?.capital) return null;
    if (joined) return placePrepositions.has(folded) && words[at + 1]?.capital ? at + 1 : null;
    if (!and.has(folded)) return null;
    joined = true;
  }
  return null;
}
