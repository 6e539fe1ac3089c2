/** What a card passes to the code that shows its picture, which may be a separate script. */
import type { EntityKey } from '../../lib/facts';
import type { ArticleState, PictureState } from '../../lib/knowledge';

export interface PictureSeam {
  readonly entity: EntityKey;
  readonly name: string;
  /** State of the card's article, with which a picture may come. */
  readonly article: ArticleState['state'];
  /** `pressed`: the labelled button was pressed, so requests may be sent. */
  readonly ask: (pressed: boolean) => Promise<PictureState>;
  /** That press did not count. */
  readonly refused: () => void;
  readonly open: (url: string) => void;
}

/** In the isolated world of our scripts in the card's frame, where the page has no code. */
export interface PictureRealm {
  backstoryPicture?: (place: Element, seam: PictureSeam) => void;
}
