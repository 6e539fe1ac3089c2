import type { NameClue, Occurrence } from './sighting';

/** All occurrences of one form, and what stands beside them. */
export interface NameGroup {
  readonly key: string;
  readonly words: readonly string[];
  /** The form as written at its first occurrence. */
  readonly name: string;
  readonly sightings: Occurrence[];
  readonly clues: PlacedClue[];
  /** Is it certainly a name: in mid-sentence, with a title, a role or a given name? */
  sure: boolean;
  acronyms: Set<string>;
  /** At the start of a sentence: does it act as names do? */
  acts: boolean;
  /** Is it a team in a game: "beat Brannock 2-1"? */
  plays: boolean;
  /** Does it speak: "X said"? */
  speaks: boolean;
}

export interface PlacedClue extends NameClue {
  readonly at: number;
}
