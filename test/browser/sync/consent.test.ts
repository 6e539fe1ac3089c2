/** Before the reader has chosen where notes may go, no notes or settings are in the browser's account. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_SETTLING_MS } from '../../../lib/sync/when-to-run';
import { openDevice } from './open-device';

// Side by side: nearly all of it is waiting.
describe.concurrent.each(['Chromium', 'Firefox'] as const)('a note written in %s', (kind) => {
  const device = openDevice(kind);
  beforeAll(() => device.start());
  afterAll(() => device.close());
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('stays out of the account, even after a restart of the browser', { timeout: 120_000 }, async () => {
    await device.do('type', 'Q1', 'Seen in Lyon by the harbour.');
    await device.do('decide');
    await pause(1.5 * ACCOUNT_SETTLING_MS);
    expect(await device.do('inAccount')).toEqual([]);
    await device.kill();
    await device.start();
    await device.do('type', 'Q1', ' And in Marseille.');
    await pause(1.5 * ACCOUNT_SETTLING_MS);
    expect(await device.do('inAccount')).toEqual([]);
    expect(await device.do('text', 'Q1')).toBe('Seen in Lyon by the harbour. And in Marseille.');
  });
});
