import type { Page } from 'playwright-core';

/**
 * All that lies in `storage.local`, without when the notes were last counted: every worker counts them as it starts, and
 * on a busy machine it may start anew at any time.
 */
export const keptLocally = (own: Page): Promise<Readonly<Record<string, unknown>>> =>
  own.evaluate(async () => {
    const { 'notes.sentinel': counted, ...others } = await chrome.storage.local.get();
    const { at: _, ...known } = (counted ?? {}) as Record<string, unknown>;
    return { ...others, 'notes.sentinel': known };
  });

/** What was looked up once it has stood still for a second: a worker that has just started still writes. */
export async function atRest<Stored>(look: () => Promise<Stored>): Promise<Stored> {
  for (let before = ''; ; await new Promise((next) => setTimeout(next, 1_000))) {
    const now = await look();
    if (JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
  }
}
