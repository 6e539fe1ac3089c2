import type { Span } from '../find/spans';
import type { Reading, Word } from '../read/reading';
import { beforeArticle, isGenitive } from './bare-name';

/** ", 313 for five" */
const LONGEST_TALLY = 20;
/** How many words may stand between: "lost at home to Detroit". */
const FAR = 4;
/** "Ireland's grand slam hopes", "England's middle order": how close behind the player stands. */
const PLAYER_NEAR = 2;

/** Do the words beside a name show that it plays a game: "beat Wales", "lost at home to Detroit", "Kansas won", "England's bowlers"? */
export function isSide(span: Span, reading: Reading): boolean {
  const { words, language, block } = reading;
  const { sides, placePrepositions } = language.cues;
  const at = beforeArticle(span, reading);
  const before = words[span.first]?.joint === 'break' ? undefined : words[at];
  const next = words[span.last + 1];
  const joined = next?.joint === 'space' && next.sentence === span.sentence;
  if (isGenitive(span, reading)) return hasPlayers(span, reading);
  if (joined && !next.capital && (sides.plays.has(next.folded) || sides.players.has(next.folded))) {
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
  return language.cues.bodyPrepositions.has(before.folded) && isLoss(at, span, words, sides.lost);
}

function isLoss(to: number, { sentence }: Span, words: readonly Word[], lost: ReadonlySet<string>): boolean {
  for (let at = to - 1; at >= to - FAR && words[at]?.sentence === sentence; at--) {
    if (lost.has((words[at] as Word).folded)) return true;
  }
  return false;
}

function hasPlayers({ last, sentence }: Span, { words, language }: Reading): boolean {
  for (let at = last + 1; at <= last + PLAYER_NEAR && words[at]?.sentence === sentence; at++) {
    if (language.cues.sides.players.has((words[at] as Word).folded)) return true;
  }
  return false;
}
