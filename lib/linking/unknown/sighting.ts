import type { RoleKind } from '../../language';

/** One occurrence of a possible name. `first`…`last` are word numbers in its reading, inclusive. */
export interface Occurrence {
  /** Number of its reading. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Its words, folded and joined by spaces, without an article: its identity. */
  readonly key: string;
  readonly words: readonly string[];
  /** Its capital may come from the start of a sentence. */
  readonly initial: boolean;
  /**
   * Where the capitalised titles before it begin, "Commerce Secretary", which are not part of it; `first` if there are
   * none.
   */
  readonly from: number;
  /** It is also a noun, so on its own it is a shorter form of a name or nothing. */
  readonly isShort?: boolean;
}

/** A passage beside a name, and what its words say the name is. */
export interface NameClue {
  readonly by: 'apposition' | 'title';
  /** In the block's text; null if it is not worth quoting: "Mr", "34". */
  readonly span: readonly [start: number, end: number] | null;
  /** Heads and phrases, folded: "commerce secretary", "secretary". */
  readonly roles: readonly string[];
  readonly kind: RoleKind | null;
  /** It may be the subject of what follows: "a farmer pointed out". */
  readonly doubted?: boolean;
}
