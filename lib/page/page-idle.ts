import { sleep } from './sleep';

/** ms; a page that never has a moment to spare is read all the same. */
const IDLE_WITHIN_MS = 500;

/** The page first: nothing is read before it has a moment to spare. */
export const pageIdle = (view: Window, signal: AbortSignal): Promise<void> =>
  typeof view.requestIdleCallback === 'function'
    ? new Promise((done) => view.requestIdleCallback(() => done(), { timeout: IDLE_WITHIN_MS }))
    : sleep(0, signal);
