import { isGenitive } from './bare-name';
import type { Reading } from './reading';
import type { Span } from './spans';

const LONGEST_BEFORE = 40;
const LONGEST_BEHIND = 60;

/** Do the words beside a name tell of a game by themselves: "Portland beat Orlando on Friday", "lost at home to Utah", "plays for Turin", "when they play"? */
export function isDuel(span: Span, reading: Reading): boolean {
  const { words, language, block } = reading;
  const { text } = block;
  const { sides } = language.cues;
  // "He played for France's president."
  if (!isGenitive(span, reading) && sides.away.test(text.slice(Math.max(0, span.start - LONGEST_BEFORE), span.start)))
    return true;
  if (sides.later.test(text.slice(span.end, span.end + LONGEST_BEHIND))) return true;
  const isBeat = (at: number): boolean => words[at]?.capital === false && sides.beats.has(words[at]?.folded ?? '');
  const isName = (at: number): boolean => words[at]?.capital === true && words[at]?.sentence === span.sentence;
  // "London beat Paris to the Games" is no game.
  const ends = (at: number): boolean =>
    words[at]?.joint !== 'space' || !language.cues.bodyPrepositions.has(words[at]?.folded ?? '');
  if (isBeat(span.first - 1)) return isName(span.first - 2) && ends(span.last + 1);
  return isBeat(span.last + 1) && isName(span.last + 2) && ends(span.last + 3);
}
