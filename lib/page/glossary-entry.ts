import type { EntityKey, NamedEntity } from '../facts';

/** An entity of the page, for the list of its names. */
export interface GlossaryEntry extends NamedEntity {
  readonly entity: EntityKey;
  readonly count: number;
  readonly salience: number;
  /** Position of the first mention in reading order. */
  readonly order: number;
  /** The story's own words for it, each once; only so many. */
  readonly forms: readonly string[];
  /** The reader has a note on it; the popup asks that, a page does not know it. */
  readonly noted?: boolean;
}
