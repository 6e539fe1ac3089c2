/** A real Firefox with the built extension, driven over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

export interface Firefox {
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openFirefox(extension: string): Promise<Firefox> {
  if (!existsSync(`${extension}/manifest.json`)) throw new Error(`${extension} is not built: npm run build:demo`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.BACKSTORY_FIREFOX || '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1200, height: 900 },
    // No start pages, no checks of the network: the machine may have none.
    extraPrefsFirefox: {
      'browser.startup.page': 0,
      'browser.aboutwelcome.enabled': false,
      'app.update.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'toolkit.telemetry.enabled': false,
    },
  });
  await browser.installExtension(extension);
  return { browser, close: () => browser.close() };
}

interface BidiNode {
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

export interface FirefoxCard {
  readonly label: string;
  readonly text: string;
}

/** The open card, or null. WebDriver may look into closed shadow roots; page scripts may not. */
export async function readFirefoxCard(browser: Browser, page: Page): Promise<FirefoxCard | null> {
  const label = await page.evaluate(
    () => document.querySelector('[role=dialog][aria-label^="Backstory: "]')?.getAttribute('aria-label') ?? null,
  );
  if (label === null) return null;
  const { connection } = browser as unknown as { readonly connection: BidiConnection };
  const tree = (await connection.send('browsingContext.getTree', {})).result as {
    readonly contexts: readonly { readonly context: string; readonly url: string }[];
  };
  const context = tree.contexts.find(({ url }) => url === page.url())?.context;
  const answer = (
    await connection.send('script.evaluate', {
      expression: `document.querySelector('[role=dialog][aria-label^="Backstory: "]')`,
      target: { context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 40 },
    })
  ).result as { readonly result: BidiNode };
  return { label, text: textOf(answer.result).replace(/\s+/g, ' ').trim() };
}

function textOf(node: BidiNode): string {
  const { value } = node;
  if (!value || value.localName === 'style') return '';
  if (value.nodeType === 3) return `${value.nodeValue ?? ''} `;
  return [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])].map(textOf).join('');
}
