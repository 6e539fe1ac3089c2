/** The reader looks at what is held back in a sealed folder, recognises it, and takes it in. */
import type { SyncLedger } from '../../lib/notes';
import { judgeHeld, readStatus } from '../../lib/sync';

/** True: there was something. */
export async function takeInHeld(ledger: SyncLedger): Promise<boolean> {
  let any = false;
  for (const { id, held } of await readStatus(ledger, 0)) {
    if (held.length === 0) continue;
    any = true;
    await judgeHeld(ledger, id, held, true);
  }
  return any;
}
