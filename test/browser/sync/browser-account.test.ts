/**
 * `storage.sync` of the real browsers at its limits, through the very code that the extension uses; and whether the
 * stand-in of the unit tests refuses just what they refuse. In a tiny extension: the limits are the browser's, not ours.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeSyncArea, QUOTA } from '../../tools/fake-sync-area';
import { openChromium } from '../../tools/open-chromium';
import { openFirefox } from '../../tools/open-firefox';
import { largestLast, probeHurry, probeSizes } from './sync-area-probe';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface Asked {
  /** Evaluates in a page of the tiny extension, where `probe` is the module and `area` the real storage. */
  ask(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const folders: string[] = [];
let script = '';
beforeAll(async () => {
  const entry = join(ROOT, 'test/browser/sync/sync-area-probe.ts');
  const lib = { entry, formats: ['iife' as const], name: 'probe', fileName: 'probe' };
  const built = await build({ configFile: false, root: ROOT, logLevel: 'error', build: { write: false, lib } });
  const [output] = built as unknown as [{ output: readonly [{ code: string }] }];
  script = `${output.output[0].code}; var area = (globalThis.browser ?? chrome).storage.sync;`;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function tinyExtension(background: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-probe-'));
  folders.push(folder);
  const manifest = {
    manifest_version: 3,
    name: 'Probe',
    version: '1',
    permissions: ['storage'],
    background,
    browser_specific_settings: { gecko: { id: 'probe@backstory.test' } },
  };
  const greet = `(globalThis.browser ?? chrome).runtime.onInstalled.addListener(() =>
    (globalThis.browser ?? chrome).tabs.create({ url: 'welcome.html' }));`;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), greet);
  writeFileSync(join(folder, 'welcome.html'), '<!doctype html><title>Probe</title><script src="probe.js"></script>');
  writeFileSync(join(folder, 'probe.js'), script);
  return folder;
}

async function inChromium(): Promise<Asked> {
  const { context, extensionOrigin } = await openChromium({
    extension: tinyExtension({ service_worker: 'background.js' }),
  });
  const page = await context.newPage();
  await page.goto(`${extensionOrigin}/welcome.html`);
  return { ask: (expression) => page.evaluate(expression), close: () => context.close() };
}

async function inFirefox(): Promise<Asked> {
  const { ask, close } = await openFirefox(tinyExtension({ scripts: ['background.js'] }));
  const inPage = async (expression: string) => {
    const answer = await ask('welcome.html', `(async () => JSON.stringify(await ${expression}))()`);
    return JSON.parse(String(answer)) as unknown;
  };
  return { ask: inPage, close };
}

describe.each([
  ['Chromium', 'chromium', inChromium],
  ['Firefox', 'firefox', inFirefox],
] as const)('storage.sync of %s', (_name, kind, open) => {
  let browser: Asked;
  beforeAll(async () => {
    browser = await open();
  });
  afterAll(() => browser?.close());
  const standIn = () => fakeSyncArea(() => 0, kind);

  it('accepts and refuses the same sizes as the stand-in, with messages that we recognise', async () => {
    const outcomes = await browser.ask('probe.probeSizes(area)');
    expect(outcomes).toEqual(await probeSizes(standIn()));
    expect(outcomes).toContainEqual(['an item of 8192 bytes', 'taken']);
    expect(outcomes).toContainEqual(['an item of 8193 bytes', 'full']);
    expect(outcomes).toContainEqual(['a 513th item', 'full']);
  });

  it.each([
    [12, 8192],
    [500, 200],
  ])('counts the total like the stand-in: %i items of %i bytes', async (items, bytes) => {
    const last = await browser.ask(`probe.largestLast(area, ${items}, ${bytes})`);
    expect(last).toBe(await largestLast(standIn(), items, bytes));
  });
});

it('Chromium allows 120 writes a minute, Firefox does not count them', async () => {
  const most = 200;
  for (const [kind, open] of [
    ['chromium', inChromium],
    ['firefox', inFirefox],
  ] as const) {
    // A browser that has written nothing yet.
    const browser = await open();
    try {
      const answer = await browser.ask(`probe.probeHurry(area, ${most})`);
      const refused = kind === 'chromium' ? 'too-busy' : null;
      expect(answer).toEqual({ taken: refused ? QUOTA.perMinute : most, refused });
      expect(answer).toEqual(
        await probeHurry(
          fakeSyncArea(() => 0, kind),
          most,
        ),
      );
    } finally {
      await browser.close();
    }
  }
});
