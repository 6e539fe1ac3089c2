import type { Reading, Word } from './reading';
import type { Chosen, Scene } from './scene';
import type { SpanIndex } from './span-index';
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
export function placeBehind(span: Span, reading: Reading, scene: Scene): Chosen | null {
  if (!mayHavePlaceBehind(span, reading)) return null;
  const { text } = reading.block;
  const next = scene.after(span);
  if (next && COMMA.test(text.slice(span.end, next.span.start))) return next;
  const behind = behindList(span, reading);
  return behind === null ? null : scene.startingAt(span.at, behind);
}

/** Does any name stand where `placeBehind` looks, whatever it proves to mean? */
export function hasNameBehind(span: Span, reading: Reading, spans: SpanIndex): boolean {
  const { at, last, end } = span;
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
    if (joined) return placePrepositions.has(folded) && words[at + 1]?.capital ? at + 1 : null;
    if (!and.has(folded)) return null;
    joined = true;
  }
  return null;
}
