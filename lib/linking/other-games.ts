import type { Reading } from './reading';

/** Has the story a word of a game in which nations play and which is not football? */
export type OtherGames = () => boolean;

/** Reads the words when somebody asks. */
export function openOtherGames(readings: readonly Reading[]): OtherGames {
  let known: boolean | null = null;
  return () => {
    known ??= readings.some(({ words, language: { cues } }) => words.some(({ folded }) => cues.otherGames.has(folded)));
    return known;
  };
}
