import type { RoleKind } from '../../language';

/** One occurrence of what may be a name. `first`…`last` are word numbers of its reading, both included. */
export interface Sighting {
  /** Number of its reading. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Its words, folded and joined by a space, without an article: what it is known by. */
  readonly key: string;
  readonly words: readonly string[];
  /** Its capital may come from its place at the head of a sentence. */
  readonly initial: boolean;
  /** Where the titles in capitals begin that were left off before it: "Commerce Secretary"; `first` without. */
  readonly from: number;
  /** It is a noun as well: by itself it is a shorter form of a name, or none. */
  readonly isShort?: boolean;
}

/** A passage beside a name and what its words make of the name. */
export interface Clue {
  readonly by: 'apposition' | 'title';
  /** Of the block's text; null where the words are nothing worth quoting: "Mr", "34". */
  readonly span: readonly [start: number, end: number] | null;
  /** Heads and phrases, folded: "commerce secretary", "secretary". */
  readonly roles: readonly string[];
  readonly kind: RoleKind | null;
  /** It may be the subject of what goes on: "a farmer pointed out". */
  readonly doubted?: boolean;
}
