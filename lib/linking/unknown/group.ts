import type { Clue, Sighting } from './sighting';

/** All stands of one form, and what stands beside them. */
export interface Group {
  readonly key: string;
  readonly words: readonly string[];
  /** The form as it is written where it stands first. */
  readonly name: string;
  readonly sightings: Sighting[];
  readonly clues: PlacedClue[];
  /** Is it surely a name: inside of a sentence, with a title, a role, a given name? */
  sure: boolean;
  acronyms: Set<string>;
  /** At the head of a sentence: does it do something there, as names do? */
  acts: boolean;
  /** Is it a side of a game: "beat Brannock 2-1"? */
  plays: boolean;
  /** Does somebody say something beside it: "X said"? */
  speaks: boolean;
}

export interface PlacedClue extends Clue {
  readonly at: number;
}
