import type { PassphraseOutcome, PassphraseRun } from '../../components/sync';
import { type PassphraseWork, SyncError } from '../../lib/sync';
import { passphraseInWorker } from './passphrase-in-worker';
import PassphraseWorker from './passphrase-worker?worker';

/** ms to look for the keys that other devices left. */
const LONGEST_SEARCH_MS = 60_000;

/** Trying a passphrase takes a second per key: the page stays responsive meanwhile. */
export interface PassphraseOptions {
  readonly work: PassphraseWork;
  readonly told: PassphraseRun['told'];
}

/** Does something with a passphrase, and reports the result in the reader's terms. */
export async function passphraseOutcome(
  { signal, told }: PassphraseRun,
  act: (signal: AbortSignal, options: PassphraseOptions) => Promise<void>,
): Promise<PassphraseOutcome> {
  const work = passphraseInWorker(() => new PassphraseWorker(), signal);
  try {
    await act(AbortSignal.any([signal, AbortSignal.timeout(LONGEST_SEARCH_MS)]), { work, told });
    return { state: 'done' };
  } catch (thrown) {
    // Keys are stored last, so nothing has changed.
    if (signal.aborted) return { state: 'cancelled' };
    if (!(thrown instanceof SyncError)) return { state: 'failed', detail: String(thrown) };
    if (thrown.code === 'locked') return { state: 'taken' };
    if (thrown.code === 'wrong-passphrase') return { state: 'wrong' };
    if (thrown.code === 'too-much') return { state: 'too-many' };
    return { state: 'failed', detail: thrown.message };
  } finally {
    work.end();
  }
}
