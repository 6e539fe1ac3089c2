/** Shows a picture in the frame of a card: injected when a card has a place for one, since most readers want none. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../components/card/picture.css?inline';
import { createText, type MessageKey } from '../../components/kit';
import { browser } from '../../lib/messages';
import { addStyle } from '../card/add-style';
import { showPicture } from '../card/picture-here';
import type { PictureRealm } from '../card/picture-seam';

export default defineUnlistedScript(() => {
  const realm = globalThis as PictureRealm;
  if (realm.backstoryPicture) return;
  addStyle(css);
  const text = createText(browser.i18n.getUILanguage(), (key: MessageKey, parts) =>
    browser.i18n.getMessage(key as never, parts),
  );
  realm.backstoryPicture = (place, seam) => showPicture(place, seam, text);
});
