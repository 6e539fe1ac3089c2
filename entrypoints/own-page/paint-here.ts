/** What a card in a page of ours shows beside its text, loaded when there is room for a picture or a map. */
import '../../components/card/picture.css';
import '../../components/card/place-map.css';
import type { Text } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import { type CardAnswer, callBackground } from '../../lib/messages';
import { showMap } from '../card/map-here';
import { showPicture } from '../card/picture-here';

interface PaintParts {
  readonly text: Text;
  /** Named in the story. */
  readonly here: readonly EntityKey[];
  readonly inPrivate: boolean;
  readonly openTab: (url: string) => void;
}

/** Again whenever the card is drawn. */
export function paintCard({ article, view }: CardAnswer, { text, here, inPrivate, openTab }: PaintParts): void {
  const { entity, name } = view;
  const picture = document.querySelector('.picture-place');
  const ask = (pressed: boolean) => callBackground('picture', { entity, press: pressed ? 'sight' : null, inPrivate });
  if (picture) showPicture(picture, { entity, name, article: article.state, ask, refused() {}, open: openTab }, text);
  const map = document.querySelector('.map-place');
  if (map)
    showMap(map, { entity, ask: (width) => callBackground('placeMap', { entity, here, width, inPrivate }) }, text);
}
