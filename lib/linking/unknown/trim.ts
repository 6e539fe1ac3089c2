import type { WordRun } from '../find/spellings';
import type { Reading } from '../read/reading';
import type { MentionCover } from './mention-cover';
import type { Occurrence } from './sighting';
import { trimNames } from './trim-names';
import { trimNouns } from './trim-nouns';

export interface Trimming {
  readonly at: number;
  readonly reading: Reading;
  readonly cover: MentionCover;
  /** Is it an adjective of a country: "Turkish"? */
  readonly isDemonym: (word: string) => boolean;
}

/**
 * The part of a run of capitals that may be a name, without openers, titles and country adjectives before it. Null if
 * nothing is left.
 */
export const trim = (run: WordRun, trimming: Trimming): Occurrence | null =>
  trimming.reading.language.capitals.meanNames ? trimNames(run, trimming) : trimNouns(run, trimming);
