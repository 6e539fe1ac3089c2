/** The part of the background that only names which no pack knows need (`background/parts.ts`). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { OPEN_WORLD } from '../../lib/knowledge';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backstoryOpenWorld: OPEN_WORLD });
});
