import type { Arena } from '../../language';
import type { Reading, Word } from './reading';
import { countScores } from './scores';
import { WORD_MARK } from './word-marks';

/** How much of an arena there is in a text of 100 words; half of a longer one is not the whole of it. */
const USUAL_LENGTH = 100;
/** A headline or a few lines tell little. */
const SHORTEST = 90;
/** Results weigh so much, but no more than the words: votes and the hours of a live blog look like them. */
const RESULT_WEIGHT = 2;

/** With less no piece of evidence hears anything of an arena. */
export const LEAST_OF_ARENA = 3;

/** Is the story about a game, a concert, a race of horses? 0 and more: the weights of its different words, for its length. */
export type Arenas = (arena: Arena) => number;

/** Reads the words when somebody asks. */
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
