/** A browser with the built extension on a profile that outlives it: it can be killed and started again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { openChromium } from '../../tools/open-chromium';
import { openFirefox } from '../../tools/open-firefox';
import { CHROME_BUILD, FIREFOX_BUILD, until } from '../extension/session';
import type * as InPage from './device-in-page';

type Errand = keyof typeof InPage;
type Given<E extends Errand> = Parameters<(typeof InPage)[E]>;
type Answer<E extends Errand> = Awaited<ReturnType<(typeof InPage)[E]>>;

export interface DeviceBrowser {
  readonly name: string;
  do<E extends Errand>(errand: E, ...given: Given<E>): Promise<Answer<E>>;
  /** The library page, where the test may press buttons; Chromium alone. */
  page(): Page;
  /** SIGKILL, to the browser and so to its background. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What a started browser is to the two kinds. */
interface Running {
  ask(expression: string): Promise<unknown>;
  page?: Page;
  readonly pid: number;
  close(): Promise<void>;
}

let script: Promise<string> | null = null;

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('device-in-page.ts', import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'device', fileName: 'device' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [output] = built as unknown as [{ output: readonly [{ code: string }] }];
  return `${output.output[0].code}; globalThis.device = device; undefined`;
}

export function openDevice(kind: 'Chromium' | 'Firefox'): DeviceBrowser {
  const profile = mkdtempSync(join(tmpdir(), `backstory-${kind.toLowerCase()}-`));
  let running: Running | null = null;
  const now = (): Running => {
    if (!running) throw new Error(`${kind} does not run`);
    return running;
  };
  return {
    name: kind,
    async do(errand, ...given) {
      const call = `device.${errand}(...${JSON.stringify(given)})`;
      const told = `(async () => JSON.stringify({ value: await ${call} }))().catch((error) => JSON.stringify({ error: String(error) }))`;
      const { value, error } = JSON.parse((await now().ask(told)) as string);
      if (error) throw new Error(`${kind}: ${errand}: ${error}`);
      return value;
    },
    page() {
      const { page } = now();
      if (!page) throw new Error('only Chromium lets its extension pages be driven');
      return page;
    },
    async kill() {
      const { pid } = now();
      running = null;
      process.kill(pid, 'SIGKILL');
      await until(() => !isAlive(pid), `${kind} does not die`);
    },
    async start() {
      script ??= bundle();
      running = await (kind === 'Chromium' ? startChromium : startFirefox)(profile);
      await running.ask(await script);
    },
    async close() {
      await running?.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function startChromium(profile: string): Promise<Running> {
  const { context, extensionOrigin } = await openChromium({ extension: CHROME_BUILD, profile });
  const session = await (context.browser() as Browser).newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error('Chromium does not tell its process');
  const page = await context.newPage();
  await page.goto(`${extensionOrigin}/library.html#sync`);
  return { ask: (expression) => page.evaluate(expression), page, pid, close: () => context.close() };
}

async function startFirefox(profile: string): Promise<Running> {
  const firefox = await openFirefox(FIREFOX_BUILD, { profile });
  const pid = firefox.browser.process()?.pid;
  if (!pid) throw new Error('Firefox does not tell its process');
  // Extension pages are opened by the extension alone; the first one comes by itself.
  const library = `location.pathname === '/library.html' || void location.replace('/library.html#sync')`;
  await until(
    () =>
      firefox.ask('.html', library).then(
        () => true,
        () => false,
      ),
    'no page of the extension',
  );
  const ready = () => firefox.ask('library.html', `document.readyState === 'complete'`);
  await until(
    () =>
      ready().then(
        (is) => is === true,
        () => false,
      ),
    'no library',
  );
  return { ask: (expression) => firefox.ask('library.html', expression), pid, close: () => firefox.close() };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
