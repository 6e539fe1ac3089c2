import type { Span } from '../find/spans';
import type { Reading, Word } from '../read/reading';
import { WORD_MARK } from '../read/word-marks';
import { isGenitive } from './bare-name';

const LONGEST_BEFORE = 40;
const LONGEST_BEHIND = 60;

/**
 * Do the words beside a name describe a game on their own: "Portland beat Orlando on Friday", "lost at home to Utah",
 * "plays for Turin", "when they play"?
 */
export function isDuel(span: Span, reading: Reading): boolean {
  const { words, language } = reading;
  if (isAway(span, reading) || playsLater(span, reading)) return true;
  const isBeat = (word: Word | undefined): boolean =>
    word !== undefined && (word.marks & WORD_MARK.beats) !== 0 && !word.capital;
  const [before, next] = [isBeat(words[span.first - 1]), isBeat(words[span.last + 1])];
  if (!before && !next) return false;
  const isName = (at: number): boolean => words[at]?.capital === true && words[at]?.sentence === span.sentence;
  // "London beat Paris to the Games" is no game.
  const ends = (at: number): boolean =>
    words[at]?.joint !== 'space' || !language.cues.bodyPrepositions.has(words[at]?.folded ?? '');
  if (before) return isName(span.first - 2) && ends(span.last + 1);
  return isName(span.last + 2) && ends(span.last + 3);
}

/** "Lost at home to Utah", not "he played for France's president". */
function isAway(span: Span, reading: Reading): boolean {
  const { words, language, block } = reading;
  const before = words[span.first - 1];
  if (before === undefined || (before.marks & WORD_MARK.away) === 0 || isGenitive(span, reading)) return false;
  return language.cues.sides.away.test(block.text.slice(Math.max(0, span.start - LONGEST_BEFORE), span.start));
}

const playsLater = ({ end }: Span, { marks, language, block: { text } }: Reading): boolean =>
  (marks & WORD_MARK.they) !== 0 && language.cues.sides.later.test(text.slice(end, end + LONGEST_BEHIND));
