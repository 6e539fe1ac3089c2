import { isGenitive } from './bare-name';
import type { Reading, Word } from './reading';
import type { Span } from './spans';

/** So many words may stand between: "lost at home to Detroit". */
const FAR = 4;
/** "Ireland's grand slam hopes", "England's middle order": the player stands so near behind. */
const PLAYER_NEAR = 2;

/** Do the words beside a name show that it plays a game: "beat Wales", "lost at home to Detroit", "Kansas won", "England's bowlers"? */
export function isSide(span: Span, reading: Reading): boolean {
  const { words, language } = reading;
  const { sides, placePrepositions } = language.cues;
  const before = beside(words, span, span.first - 1);
  const next = words[span.last + 1];
  const joined = next?.joint === 'space' && next.sentence === span.sentence;
  if (isGenitive(span, reading)) return hasPlayers(span, reading);
  if (joined && !next.capital && (sides.plays.has(next.folded) || sides.players.has(next.folded))) {
    return !before || !placePrepositions.has(before.folded);
  }
  if (!before) return false;
  if (sides.against.has(before.folded)) return true;
  if (before.folded === language.names.of) return sides.players.has(words[span.first - 2]?.folded ?? '');
  if (!placePrepositions.has(before.folded)) return false;
  return language.cues.bodyPrepositions.has(before.folded) && isLoss(span, words, sides.lost);
}

function isLoss({ first, sentence }: Span, words: readonly Word[], lost: ReadonlySet<string>): boolean {
  for (let at = first - 2; at >= first - 1 - FAR && words[at]?.sentence === sentence; at--) {
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

/** The word before, in the same clause. */
const beside = (words: readonly Word[], { first }: Span, at: number): Word | undefined =>
  words[first]?.joint === 'break' ? undefined : words[at];
