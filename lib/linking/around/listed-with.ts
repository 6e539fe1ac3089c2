import type { SpanIndex } from '../find/span-index';
import type { Span } from '../find/spans';
import type { Reading } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';

const COMMA = /^,\s+$/;
/** Names looked at in each direction: a longer list proves no more, and is walked once per name. */
const FAR = 40;

/** What stands in one list with a name, if it may name something: "Georgia, Ohio and Washington". */
export function listedWith(span: Span, { words, block }: Reading, spans: SpanIndex): readonly Span[] {
  const isAnd = (word: number): boolean => ((words[word]?.marks ?? 0) & WORD_MARK.and) !== 0;
  const comma = (from: Span, to: Span): boolean => COMMA.test(block.text.slice(from.end, to.start));
  const others: Span[] = [];
  let joined = false;
  for (let one = span; !joined && others.length < FAR; ) {
    const last = isAnd(one.last + 1);
    const next = spans.startingAt(span.at, one.last + (last ? 2 : 1));
    if (!next || !(last || comma(one, next))) break;
    joined = last;
    others.push(next);
    one = next;
  }
  for (let one = span; others.length < 2 * FAR; ) {
    const last = one === span && isAnd(one.first - 1);
    const before = spans.endingAt(span.at, one.first - (last ? 2 : 1));
    if (!before || !(last || comma(before, one))) break;
    joined ||= last;
    others.push(before);
    one = before;
  }
  // "Tbilisi, Georgia" is no list.
  return joined ? others : [];
}
