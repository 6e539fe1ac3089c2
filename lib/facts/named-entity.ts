import type { Kind } from './model';

/** What a list of names says of one. */
export interface NamedEntity {
  readonly kind: Kind;
  readonly name: string;
  readonly gloss: string;
}
