import { sleep } from './sleep';

/** ms before a question that failed is asked once more: a worker that was killed is up again by then. */
const RETRY_MS = 400;

/** Asks, and once more after a pause if that fails; rejects with what went wrong the second time. */
export async function askTwice<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch {
    await sleep(RETRY_MS, signal);
  }
  return ask();
}
