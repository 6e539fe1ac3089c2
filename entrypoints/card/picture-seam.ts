/** What a card tells whoever shows its picture, which may be a script of its own. */
import type { EntityKey } from '../../lib/facts';
import type { ArticleState, PictureState } from '../../lib/knowledge';

export interface PictureSeam {
  readonly entity: EntityKey;
  readonly name: string;
  /** How far the article of the card has come: a picture may come with it. */
  readonly article: ArticleState['state'];
  /** `pressed`: the labelled button was, so others may be asked. */
  readonly ask: (pressed: boolean) => Promise<PictureState>;
  /** That press was not believed. */
  readonly refused: () => void;
  readonly open: (url: string) => void;
}

/** In the world of our scripts in the frame of a card, where the page has none. */
export interface PictureRealm {
  backstoryPicture?: (place: Element, seam: PictureSeam) => void;
}
