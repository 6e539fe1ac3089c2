import type { Span } from '../find/spans';
import type { Reading, Word } from '../read/reading';
import { storyWords } from '../read/story-words';
import { beforeArticle, isGenitive } from './bare-name';

/** ", 313 for five" */
const LONGEST_TALLY = 20;
/** How many words may stand between: "lost at home to Detroit". */
const FAR = 4;
/** "A point for United at Burnley"; not "after the match they flew to Chicago". */
const LESS_FAR = 3;
/** "Ireland's grand slam hopes", "England's middle order": how close behind the player stands. */
const PLAYER_NEAR = 2;

/** "Fernandez (Perpignan)": behind a name, in brackets of its own. */
const BEHIND_NAME = /\p{Lu}[\p{L}'’-]* \($/u;
const LONGEST_NAME = 20;
/** Words of a list before it: "lost to Scotland, Ireland and Italy". */
const LONGEST_LIST = 8;

/** Do the words beside a name show that it plays a game: "beat Wales", "lost at home to Detroit", "Kansas won", "England's bowlers"? */
export function isSide(span: Span, reading: Reading, readings: readonly Reading[]): boolean {
  const { words, language, block } = reading;
  const { sides, placePrepositions } = language.cues;
  const at = beforeList(span, reading);
  const isFirst = at >= beforeArticle(span, reading);
  const before = isFirst && words[span.first]?.joint === 'break' ? undefined : words[at];
  const next = words[span.last + 1];
  const joined = next?.joint === 'space' && next.sentence === span.sentence;
  if (isGenitive(span, reading)) return hasPlayers(span, reading);
  if (
    joined &&
    !next.capital &&
    (sides.plays.has(next.folded) || sides.players.has(next.folded) || sides.results.has(next.folded))
  ) {
    return !before || !placePrepositions.has(before.folded);
  }
  if (sides.tally.test(block.text.slice(span.end, span.end + LONGEST_TALLY))) return true;
  if (!before) return false;
  if (sides.against.has(before.folded)) return true;
  if (before.folded === language.names.of) {
    const whose = words[at - 1]?.folded ?? '';
    return sides.players.has(whose) || sides.followers.has(whose);
  }
  if (!placePrepositions.has(before.folded)) return false;
  const isBehind = (some: ReadonlySet<string>, far = FAR): boolean => isNear(at, far, span, words, some);
  if (language.cues.bodyPrepositions.has(before.folded)) {
    if (isBehind(sides.lost)) return true;
    if (isBehind(sides.visits, LESS_FAR) && !isContest(readings, sides.contests)) return true;
  }
  return isBehind(sides.signs);
}

function isNear(
  to: number,
  far: number,
  { sentence }: Span,
  words: readonly Word[],
  some: ReadonlySet<string>,
): boolean {
  for (let at = to - 1; at >= to - far && words[at]?.sentence === sentence; at--) {
    if (some.has((words[at] as Word).folded)) return true;
  }
  return false;
}

function isContest(readings: readonly Reading[], contests: ReadonlySet<string>): boolean {
  const words = storyWords(readings);
  for (const word of contests) if (words.has(word)) return true;
  return false;
}

/** The word before the name, its article, or the list that it ends: "lost to Scotland, [Ireland]". */
function beforeList(span: Span, reading: Reading): number {
  const { words, block, language } = reading;
  let at = beforeArticle(span, reading);
  for (let from = span.first; at > span.first - LONGEST_LIST; ) {
    const word = words[at];
    if (!word || word.sentence !== span.sentence) break;
    const isAnd = language.cues.and.has(word.folded);
    if (!isAnd && !(word.capital && block.text.slice(word.end, words[from]?.start) === ', ')) break;
    from = at;
    at -= 1;
    if (isAnd && words[at]?.capital !== true) return beforeArticle(span, reading);
    if (isAnd) {
      from = at;
      at -= 1;
    }
  }
  return at;
}

/** "Nicolas Mas ([Perpignan])": the club for which somebody in a list plays. */
export const isInBrackets = ({ start, end }: Span, { block: { text } }: Reading): boolean =>
  text[end] === ')' && BEHIND_NAME.test(text.slice(Math.max(0, start - LONGEST_NAME), start));

function hasPlayers({ last, sentence }: Span, { words, language }: Reading): boolean {
  for (let at = last + 1; at <= last + PLAYER_NEAR && words[at]?.sentence === sentence; at++) {
    const { folded } = words[at] as Word;
    if (language.cues.sides.players.has(folded) || language.cues.sides.results.has(folded)) return true;
  }
  return false;
}
