import type { Candidate } from './evidence/clue';
import { fieldsOf } from './fields';
import type { Scene } from './scene';
import { wordCount } from './spans';

/** So many words are hardly a phrase that anybody uses: "Lord of the Flies". */
const DISTINCT = 3;
const OPENING = '"“„«‘\'';
const CLOSING = /^[,.?!]?["”“»’']/;

/** "New Year's Eve", "Neighbours": a film or a book bears the name of anything, and is meant in quotation marks or where such are spoken of. */
export function isToldAsWork(
  { kind, option, span, story: { shelf, arenas, readings } }: Candidate,
  scene: Scene,
): boolean {
  if (kind !== 'work' || option.via !== 'form') return true;
  const { names } = readings[span.at]?.language ?? {};
  const fields = fieldsOf(shelf.entity(option.ref));
  const text = readings[span.at]?.block.text ?? '';
  if (fields.length === 0) return true;
  if (OPENING.includes(text[span.start - 1] ?? ' ') && CLOSING.test(text.slice(span.end, span.end + 2))) return true;
  if (names?.holidays.has(span.folded)) return false;
  return wordCount(span) >= DISTINCT || fields.some((field) => arenas(field) > 0) || scene.relatedTo(option.ref) > 0;
}
