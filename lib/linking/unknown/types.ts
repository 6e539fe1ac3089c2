import type { BlockRole } from '../types';

/** What a name that no pack knows may be, by its title, its role and the words beside it. `body`: a group, company, team or medium. */
export type UnknownKind = 'person' | 'place' | 'body';

/** Where a name stands; offsets are UTF-16 units of the block's text. */
export interface NamePlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A passage in which the story says what a name is, word for word, with its place. */
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

/** A name of the story that no pack knows. */
export interface UnknownName {
  /** The longest form in the story, as it is written there: "Howard Lutnick". */
  readonly name: string;
  /** Of the text where it stands first, as BCP 47 writes it; "und" where the language has no folder. */
  readonly language: string;
  /** All of its places, shorter forms ("Lutnick") included, in the order of the text. Never empty. */
  readonly places: readonly NamePlace[];
  /** The most telling first, three at most; never a guess. Empty where the story says nothing. */
  readonly says: readonly SaidOf[];
  /** Words beside the name that tell what it is, folded: "commerce secretary", "striker", "company"; "said" of whoever speaks, "twofold" where two things have the name. For whoever looks it up. */
  readonly roles: readonly string[];
  /** Null where nothing in the story tells. */
  readonly kind: UnknownKind | null;
}
