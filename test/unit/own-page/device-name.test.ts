import { describe, expect, it, vi } from 'vitest';
import { nameUnnamedDevice } from '../../../entrypoints/own-page/device-name';

const words = (browser: string, system: string) => `${browser} on ${system}`;
const ledgerOf = (name: string) => ({
  device: async () => ({ id: 'this' as const, device: 'aaaaaaaaaaaaaaaa', name }),
  nameDevice: vi.fn(async (_: string) => {}),
});

describe('the name of a device', () => {
  it('is guessed if there is none', async () => {
    const ledger = ledgerOf('');
    await nameUnnamedDevice(ledger, words, { browser: 'Firefox', system: 'Linux' });
    expect(ledger.nameDevice.mock.calls).toEqual([['Firefox on Linux']]);
  });

  it('is kept once there is one', async () => {
    const ledger = ledgerOf('Work');
    await nameUnnamedDevice(ledger, words, { browser: 'Firefox', system: 'Linux' });
    expect(ledger.nameDevice).not.toHaveBeenCalled();
  });

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', undefined, 'Firefox on Linux'],
    ['Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0', undefined, 'Firefox on Android'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      { brands: [{ brand: 'Not=A?Brand' }, { brand: 'Chromium' }, { brand: 'Google Chrome' }], platform: 'Windows' },
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      { brands: [{ brand: 'Chromium' }, { brand: 'Not=A?Brand' }], platform: 'Linux' },
      'Chromium on Linux',
    ],
    ['something else', undefined, '? on ?'],
  ])('is derived from %s', async (userAgent, userAgentData, name) => {
    vi.stubGlobal('navigator', { userAgent, ...(userAgentData && { userAgentData }) });
    const ledger = ledgerOf('');
    await nameUnnamedDevice(ledger, words);
    expect(ledger.nameDevice).toHaveBeenCalledWith(name);
    vi.unstubAllGlobals();
  });
});
