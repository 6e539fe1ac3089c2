/** The part of the background that only maps in cards of places need (`background/parts.ts`). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { LOCATOR } from '../../lib/map';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backstoryLocator: LOCATOR });
});
