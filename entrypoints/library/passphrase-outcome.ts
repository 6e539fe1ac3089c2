import type { PassphraseOutcome } from '../../components/sync';
import { SyncError } from '../../lib/sync';

/** ms to look for the keys that other devices left. */
const LONGEST_SEARCH_MS = 60_000;

/** Does something with a passphrase, and says what came of it in the reader's terms. */
export async function passphraseOutcome(work: (signal: AbortSignal) => Promise<void>): Promise<PassphraseOutcome> {
  try {
    await work(AbortSignal.timeout(LONGEST_SEARCH_MS));
    return { state: 'done' };
  } catch (thrown) {
    if (!(thrown instanceof SyncError)) return { state: 'failed', detail: String(thrown) };
    if (thrown.code === 'locked') return { state: 'taken' };
    if (thrown.code === 'wrong-passphrase') return { state: 'wrong' };
    return { state: 'failed', detail: thrown.message };
  }
}
