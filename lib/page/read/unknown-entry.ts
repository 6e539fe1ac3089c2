import type { EntityKey } from '../../facts';
import type { SaidOf, UnknownKind, UnknownName } from '../../linking';

/** A name that no pack knows, with the key for its card and note. */
export interface KeyedName extends UnknownName {
  readonly key: EntityKey;
}

/** A name on the page that no pack knows, for the list of names and its card. */
export interface UnknownEntry {
  readonly key: EntityKey;
  readonly name: string;
  /** Language of its text: "de". */
  readonly language: string;
  readonly kind: UnknownKind | null;
  readonly roles: readonly string[];
  readonly count: number;
  /** Verbatim. */
  readonly says: readonly Pick<SaidOf, 'text' | 'by' | 'role'>[];
}
