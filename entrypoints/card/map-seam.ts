/** What a card passes to the script that shows its map in the card's frame. */
import type { EntityKey } from '../../lib/facts';
import type { Locator } from '../../lib/map';

export interface MapSeam {
  readonly entity: EntityKey;
  /** So wide in CSS px. */
  readonly ask: (width: number) => Promise<Locator | null>;
}

/** In the isolated world of our scripts in the card's frame, where the page has no code. */
export interface MapRealm {
  backstoryMap?: (place: Element, seam: MapSeam) => void;
}
