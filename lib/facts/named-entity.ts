import type { Kind } from './model';

/** What a list of names says about one entity. */
export interface NamedEntity {
  readonly kind: Kind;
  readonly name: string;
  readonly gloss: string;
}
