import type { EntityKey } from '../facts';
import type { SaidOf, UnknownKind, UnknownName } from '../linking';

/** A name that no pack knows, with the key under which a card and a note can stand. */
export interface KeyedName extends UnknownName {
  readonly key: EntityKey;
}

/** A name of the page that no pack knows, for the list of its names and for its card. */
export interface UnknownEntry {
  readonly key: EntityKey;
  readonly name: string;
  /** Of the text in which it stands: "de". */
  readonly language: string;
  readonly kind: UnknownKind | null;
  readonly roles: readonly string[];
  readonly count: number;
  /** Word for word. */
  readonly says: readonly Pick<SaidOf, 'text' | 'by' | 'role'>[];
}
