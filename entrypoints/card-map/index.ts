/** Shows a map in the frame of a card: injected when a card of a place is drawn. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../components/card/place-map.css?inline';
import { createText, type MessageKey } from '../../components/kit';
import { browser } from '../../lib/messages';
import { addStyle } from '../card/add-style';
import { showMap } from '../card/map-here';
import type { MapRealm } from '../card/map-seam';

export default defineUnlistedScript(() => {
  const realm = globalThis as MapRealm;
  if (realm.backstoryMap) return;
  addStyle(css);
  const text = createText(browser.i18n.getUILanguage(), (key: MessageKey, parts) =>
    browser.i18n.getMessage(key as never, parts),
  );
  realm.backstoryMap = (place, seam) => showMap(place, seam, text);
});
