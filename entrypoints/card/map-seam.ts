/** What a card tells whoever shows its map, which is a script of its own in the frame of a card. */
import type { EntityKey } from '../../lib/facts';
import type { Locator } from '../../lib/map';

export interface MapSeam {
  readonly entity: EntityKey;
  /** So wide in CSS px. */
  readonly ask: (width: number) => Promise<Locator | null>;
}

/** In the world of our scripts in the frame of a card, where the page has none. */
export interface MapRealm {
  backstoryMap?: (place: Element, seam: MapSeam) => void;
}
