/** The part of the background that only a run of sync needs (`background/parts.ts`). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SYNC_RUN } from '../../lib/sync';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backstorySyncRun: SYNC_RUN });
});
