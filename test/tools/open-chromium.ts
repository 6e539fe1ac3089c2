/** A real Chromium with the built extension, in a profile of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { sameEverywhere } from './same-everywhere';

/** ms for a browser to start, on a machine that may be busy with others. */
const START = 90_000;

export interface ChromiumOptions {
  /** Folder of the unpacked extension, e.g. `.output/chrome-mv3-demo`. */
  readonly extension: string;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly hasTouch?: boolean;
  readonly profile?: string;
  /** Of Ctrl+C and the like, which then end this process, too. Default: yes. */
  readonly endsOnSignals?: boolean;
  /** Further arguments of the program. */
  readonly args?: readonly string[];
}

export interface Chromium {
  readonly context: BrowserContext;
  /** `chrome-extension://ID` */
  readonly extensionOrigin: string;
  /** The page that opens by itself when the extension is new to the profile. */
  readonly welcome?: Page;
}

export async function openChromium(options: ChromiumOptions): Promise<Chromium> {
  const { extension, headless = true, colorScheme = 'light', viewport = { width: 1200, height: 900 } } = options;
  const ends = options.endsOnSignals ?? true;
  const isNew = !options.profile || !existsSync(options.profile) || readdirSync(options.profile).length === 0;
  if (!existsSync(`${extension}/manifest.json`)) throw new Error(`${extension} is not built: npm run build:demo`);
  const context = await chromium.launchPersistentContext(options.profile ?? '', {
    executablePath: process.env.BACKSTORY_CHROMIUM || '/usr/bin/chromium',
    env: sameEverywhere(),
    timeout: START,
    headless,
    handleSIGINT: ends,
    handleSIGTERM: ends,
    handleSIGHUP: ends,
    colorScheme,
    viewport,
    hasTouch: options.hasTouch ?? false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: START }));
  const extensionOrigin = `chrome-extension://${new URL(worker.url()).host}`;
  // On a busy machine it comes late, and in front of the page that is tried by then.
  const welcome = isNew ? await pageAt(context, `${extensionOrigin}/welcome.html`) : undefined;
  return { context, extensionOrigin, ...(welcome && { welcome }) };
}

async function pageAt(context: BrowserContext, address: string): Promise<Page> {
  const isIt = (page: Page) => page.url() === address;
  for (const end = Date.now() + START; Date.now() < end; ) {
    const page = context.pages().find(isIt);
    if (page) return page;
    await new Promise((next) => setTimeout(next, 30));
  }
  throw new Error(`${address} did not open by itself`);
}
