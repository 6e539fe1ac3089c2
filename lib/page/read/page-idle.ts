import { sleep } from '../dom/sleep';

/** In ms; a page that is never idle is read anyway. */
const IDLE_WITHIN_MS = 500;

/** The page comes first: reading starts once it is idle. */
export const pageIdle = (view: Window, signal: AbortSignal): Promise<void> =>
  typeof view.requestIdleCallback === 'function'
    ? new Promise((done) => view.requestIdleCallback(() => done(), { timeout: IDLE_WITHIN_MS }))
    : sleep(0, signal);
