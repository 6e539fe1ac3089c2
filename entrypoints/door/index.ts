/**
 * The door to a card's frame by itself, for pages that were opened to us only by a press in the toolbar: the background
 * injects it into every frame on request, and it does nothing in frames that are not a card's.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDoor } from '../../lib/border';
import { connectQuietly } from '../../lib/messages';

export default defineUnlistedScript(() => {
  openDoor(document, globalThis, connectQuietly);
});
