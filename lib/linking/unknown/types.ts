import type { BlockRole } from '../types';

/**
 * What an unknown name may be, by its title, role and the words beside it. `body`: a group, company, team or medium.
 */
export type UnknownKind = 'person' | 'place' | 'body';

/** Where a name stands; offsets are UTF-16 units of the block's text. */
export interface NamePlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A passage in which the story says what a name is, verbatim, with its place. */
export interface SaidOf extends NamePlace {
  readonly text: string;
  /**
   * - `apposition`  "Howard Lutnick, the commerce secretary,": the words behind the comma
   * - `title`       "Commerce Secretary Howard Lutnick": the words before the name
   * - `sentence`    the whole sentence in which it stands first
   */
  readonly by: 'apposition' | 'title' | 'sentence';
  readonly role: BlockRole;
}

/** A name in the story that no pack knows. */
export interface UnknownName {
  /** The longest form in the story, as written there: "Howard Lutnick". */
  readonly name: string;
  /** Of the text where it first stands, BCP 47; "und" if the language has no folder. */
  readonly language: string;
  /** All its places in text order, shorter forms ("Lutnick") included. Never empty. */
  readonly places: readonly NamePlace[];
  /** Most telling first, three at most; never a guess. Empty if the story says nothing. */
  readonly says: readonly SaidOf[];
  /**
   * Words beside the name that say what it is, folded: "commerce secretary", "striker", "company"; "said" for anyone
   * who speaks, "twofold" if two things share the name. Used by the look-up.
   */
  readonly roles: readonly string[];
  /** Null if nothing in the story tells. */
  readonly kind: UnknownKind | null;
}
