/**
 * The door to a card's frame by itself, for pages that only one press in the toolbar has opened to us: there the
 * background puts it into every frame on request, and it is silent in all that are no card's.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDoor } from '../../lib/border';
import { connectQuietly } from '../../lib/messages';

export default defineUnlistedScript(() => {
  openDoor(document, globalThis, connectQuietly);
});
