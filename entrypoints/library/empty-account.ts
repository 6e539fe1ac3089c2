/** Removes everything of Backstory's from the browser account, and verifies that with a second look. */
import type { TakeOutOutcome } from '../../components/sync';
import { browser, callBackground } from '../../lib/messages';
import { ACCOUNT } from '../../lib/remote-kinds';
import { createBrowserAccount, SyncError, takeOutOfAccount } from '../../lib/sync';

/** ms for everything; the account is a table on this device. */
const LONGEST_MS = 30_000;
const STEP_MS = 50;

export async function emptyAccount(): Promise<TakeOutOutcome> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const account = createBrowserAccount(browser.storage.sync);
  try {
    await endRun(signal);
    const before = Object.keys(await account.all(signal)).length;
    await takeOutOfAccount(account, signal);
    const after = Object.keys(await account.all(signal)).length;
    if (after > 0) return { state: 'failed', detail: `${after} / ${before}` };
    return { state: before > 0 ? 'done' : 'nothing' };
  } catch (thrown) {
    const detail = thrown instanceof SyncError && thrown.detail !== '' ? thrown.detail : String(thrown);
    return { state: 'failed', detail };
  }
}

/** A run that began while the account was on could still write. */
async function endRun(signal: AbortSignal): Promise<void> {
  await callBackground('syncCancel', { remote: ACCOUNT });
  while (ACCOUNT in (await callBackground('syncSteps', {}))) {
    signal.throwIfAborted();
    await new Promise((next) => setTimeout(next, STEP_MS));
  }
}
