import type { Arena } from '../../language';
import type { Reading, Word } from './reading';
import { countScores } from './scores';
import { WORD_MARK } from './word-marks';

/** Arenas are measured per 100 words; for a longer text, half of it must not count as the whole. */
const USUAL_LENGTH = 100;
/** A headline or a few lines say little. */
const SHORTEST = 90;
/**
 * The most that match results may add, and never more than the words do: votes and the times in a live blog look like
 * results.
 */
const RESULT_WEIGHT = 2;

/** Below this, no piece of evidence takes an arena into account. */
export const LEAST_OF_ARENA = 3;

/**
 * Is the story about a game, a concert or a horse race? 0 or more: the summed weights of its distinct words, scaled by
 * length.
 */
export type Arenas = (arena: Arena) => number;

/** The words are read on the first call. */
export function openArenas(readings: readonly Reading[]): Arenas {
  let levels: Readonly<Record<Arena, number>> | null = null;
  return (arena) => {
    levels ??= readLevels(readings);
    return levels[arena];
  };
}

function readLevels(readings: readonly Reading[]): Record<Arena, number> {
  const levels: Record<Arena, number> = { game: 0, stage: 0, turf: 0, screen: 0, power: 0 };
  const seen = new Set<string>();
  let length = 0;
  for (const { words, marks, hyphenated, language } of readings) {
    length += words.length;
    if ((marks & WORD_MARK.arena) === 0 && !hyphenated) continue;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      const isSecond = word.joint === 'hyphen';
      if (!isSecond && (word.marks & WORD_MARK.arena) === 0) continue;
      const folded = isSecond ? `${words[at - 1]?.folded}${word.folded}` : word.folded;
      const known = isSecond ? language.arenas.get(folded) : word.traits.arena;
      if (!known || seen.has(folded)) continue;
      seen.add(folded);
      levels[known.arena] += known.weight;
    }
  }
  const scores = readings.reduce((sum, { block }) => sum + countScores(block.text), 0);
  levels.game += Math.min(RESULT_WEIGHT * scores, levels.game);
  const share = Math.sqrt(Math.max(length, SHORTEST) / USUAL_LENGTH);
  for (const arena of Object.keys(levels) as Arena[]) levels[arena] /= share;
  return levels;
}
