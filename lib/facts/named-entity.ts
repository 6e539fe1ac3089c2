import type { Kind } from './model';

/** What a list of names says about one entity. */
export interface EntityLabel {
  readonly kind: Kind;
  readonly name: string;
  readonly gloss: string;
}
