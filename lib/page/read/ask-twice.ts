import { sleep } from '../dom/sleep';

/** ms before a failed question is repeated: by then a killed worker is running again. */
const RETRY_MS = 400;

/** Asks, and again after a pause if that fails; rejects with the second error. */
export async function askTwice<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch {
    await sleep(RETRY_MS, signal);
  }
  return ask();
}
