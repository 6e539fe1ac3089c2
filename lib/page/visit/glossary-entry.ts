import type { EntityKey, EntityLabel } from '../../facts';

/** An entity on the page, for the list of names. */
export interface GlossaryEntry extends EntityLabel {
  readonly entity: EntityKey;
  readonly count: number;
  readonly salience: number;
  /** Position of its first mention in reading order. */
  readonly order: number;
  /** The story's own words for it, without duplicates, up to a limit. */
  readonly forms: readonly string[];
  /** The reader has a note on it; asked by the popup, not known to pages. */
  readonly noted?: boolean;
}
