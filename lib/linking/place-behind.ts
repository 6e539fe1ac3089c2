import { isCountry } from './is-country';
import { isRegion } from './is-region';
import type { Reading, Word } from './reading';
import type { Chosen, Scene } from './scene';
import type { Shelf } from './shelf';
import type { Span } from './spans';
import { WORD_MARK } from './word-marks';

const COMMA = /^,\s+$/;
const COMMA_SIGN = 0x2c;
/** Words of a list: a longer one is none of towns. */
const LONGEST_LIST = 16;

/** A comma behind it, or an "and": nearly all names have neither. */
export const mayHavePlaceBehind = ({ last, end }: Span, reading: Reading | undefined): boolean =>
  reading !== undefined &&
  (reading.block.text.charCodeAt(end) === COMMA_SIGN || ((reading.words[last + 1]?.marks ?? 0) & WORD_MARK.and) !== 0);

/** What stands behind a name and its comma, or behind its list, as what it may lie in: "Athens, Georgia". */
export function placeBehind(span: Span, reading: Reading, scene: Scene, shelf: Shelf): Chosen | null {
  if (!mayHavePlaceBehind(span, reading)) return null;
  const { text } = reading.block;
  const after = scene.after(span);
  const next = after && COMMA.test(text.slice(span.end, after.span.start)) ? after : null;
  if (next && holdsTowns(next, shelf)) return next;
  const behind = behindList(span, reading);
  return (behind === null ? null : scene.startingAt(span.at, behind)) ?? next;
}

/** Of "Paris, Odessa and El Campo in Texas" the first is in Texas, too, and in no Odessa. */
const holdsTowns = ({ ref }: Chosen, shelf: Shelf): boolean =>
  isRegion(shelf.entity(ref)) || isCountry(shelf.entity(ref));

/** "Athens, Clanton, Huntsville and Montgomery in Alabama": the word behind the preposition of a list. */
function behindList({ last, sentence }: Span, { words, language }: Reading): number | null {
  const { and, placePrepositions } = language.cues;
  let joined = false;
  for (let at = last + 1; at <= last + LONGEST_LIST && words[at]?.sentence === sentence; at++) {
    const { capital, folded } = words[at] as Word;
    if (capital) continue;
    // "From Oregon and from Mexico" is no list of towns.
    if (joined && !words[at - 1]?.capital) return null;
    if (joined) return placePrepositions.has(folded) && words[at + 1]?.capital ? at + 1 : null;
    if (!and.has(folded)) return null;
    joined = true;
  }
  return null;
}
