/** A real Firefox with the built extension, driven over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { World } from './own-world';
import { sameEverywhere } from './same-everywhere';

export interface Firefox {
  readonly browser: Browser;
  /** Evaluates in the open extension page or frame whose address holds `page`. WebDriver may not open one by itself. */
  ask(page: string, expression: string): Promise<unknown>;
  /** The same for a function and what it is given, as Playwright and Puppeteer have it; both travel as JSON. */
  world(page: string): World;
  /** A command of WebDriver BiDi to that page, which is named in it. */
  command(page: string, method: string, parameters: object): Promise<unknown>;
  /** Presses these keys in that page, as a hand does: a browser grants nothing to a press that was made by a script. */
  type(page: string, keys: string): Promise<unknown>;
  /** Evaluates in the browser's own window, where the address bar is; for those that were opened with `ownWindow`. */
  askBrowser(expression: string): Promise<unknown>;
  /** Presses the first or second button of the question that the browser asks the reader; false: it asks none. */
  answerQuestion(button: 'button' | 'secondaryButton'): Promise<boolean>;
  close(): Promise<void>;
}

/** ms for a browser to start, on a machine that may be busy with others. */
const START = 90_000;

export interface FirefoxOptions {
  /** A folder that outlives the browser, and what it knows of the extension with it. */
  readonly profile?: string;
  /** Further settings of the browser, as about:config has them. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Also one that nobody vouches for. */
  readonly takesAnyCertificate?: boolean;
  /** The test may look into the browser's own window. */
  readonly ownWindow?: boolean;
}

/** The extension's address, so that a database of a profile is found again after a restart. */
const UUIDS = JSON.stringify({ 'backstory@backstory.invalid': '6c3a5a0e-6f0e-4f5b-9d52-0b1c7c1d9e55' });
/** A temporary extension, which is all that WebDriver can install, is forgotten with all it stored when Firefox ends. */
const REMEMBER = {
  'extensions.webextensions.uuids': UUIDS,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

export async function openFirefox(
  extension: string,
  { profile, prefs, takesAnyCertificate = false, ownWindow }: FirefoxOptions = {},
): Promise<Firefox> {
  if (!existsSync(`${extension}/manifest.json`)) throw new Error(`${extension} is not built: npm run build:demo`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.BACKSTORY_FIREFOX || '/usr/bin/firefox-esr',
    env: sameEverywhere(),
    timeout: START,
    headless: true,
    acceptInsecureCerts: takesAnyCertificate,
    defaultViewport: { width: 1200, height: 900 },
    ...(profile !== undefined && { userDataDir: profile }),
    ...(ownWindow && { args: ['--remote-allow-system-access'] }),
    // No start pages, no checks of the network: the machine may have none.
    extraPrefsFirefox: {
      'browser.startup.page': 0,
      'intl.locale.requested': 'en-US',
      'browser.aboutwelcome.enabled': false,
      'app.update.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'toolkit.telemetry.enabled': false,
      ...(profile !== undefined && REMEMBER),
      ...prefs,
    },
  });
  await browser.installExtension(extension);
  const contextOf = async (page: string): Promise<string> => {
    const own = (await contexts(browser)).find(({ url }) => url.startsWith('moz-extension:') && url.includes(page));
    if (!own) throw new Error(`no ${page} is open`);
    return own.context;
  };
  const ask = async (page: string, expression: string): Promise<unknown> =>
    evaluateAt(await contextOf(page), expression);
  const evaluateAt = async (context: string, expression: string): Promise<unknown> => {
    const target = { context };
    const answer = await connectionOf(browser).send('script.evaluate', { expression, target, awaitPromise: true });
    const { result, exceptionDetails } = answer.result as BidiEvaluation;
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result?.value;
  };
  // The welcome page comes to the front by itself; a page behind it would be drawn seldom.
  const isReady = async (): Promise<boolean> => {
    if (!(await contexts(browser)).some(({ url }) => url.endsWith('/welcome.html'))) return false;
    // It is listed a moment before it has the browser's API.
    return (await ask('welcome.html', 'typeof globalThis.browser').catch(() => null)) === 'object';
  };
  while (!(await isReady())) await new Promise((next) => setTimeout(next, 50));
  const command = async (page: string, method: string, parameters: object): Promise<unknown> => {
    const answer = await connectionOf(browser).send(method, { context: await contextOf(page), ...parameters });
    return answer.result;
  };
  const askBrowser = async (expression: string): Promise<unknown> => {
    const { result } = await connectionOf(browser).send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [own] = (result as { readonly contexts: readonly BidiContext[] }).contexts;
    return evaluateAt(own?.context ?? '', expression);
  };
  return {
    browser,
    ask,
    world: (page) => ({
      async evaluate(run, arg) {
        const call = `(${run})(${JSON.stringify(arg ?? null)})`;
        const answer = await ask(page, `(async () => JSON.stringify((await ${call}) ?? null))()`);
        return JSON.parse(String(answer));
      },
    }),
    command,
    type(page, keys) {
      const actions = [...keys].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      return command(page, 'input.performActions', { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    askBrowser,
    async answerQuestion(button) {
      const press = `(() => {
        const asked = document.querySelector('#notification-popup popupnotification');
        if (!asked || PopupNotifications.panel.state !== 'open') return false;
        asked.${button}.click();
        return true;
      })()`;
      return (await askBrowser(press)) === true;
    },
    close: () => browser.close(),
  };
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

interface BidiEvaluation {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

interface BidiContext {
  readonly context: string;
  readonly url: string;
  /** Frames in it. */
  readonly children?: readonly BidiContext[] | null;
}

const connectionOf = (browser: Browser) => (browser as unknown as { readonly connection: BidiConnection }).connection;

async function contexts(browser: Browser): Promise<readonly BidiContext[]> {
  const { result } = await connectionOf(browser).send('browsingContext.getTree', {});
  return withFrames((result as { readonly contexts: readonly BidiContext[] }).contexts);
}

const withFrames = (found: readonly BidiContext[]): readonly BidiContext[] =>
  found.flatMap((one) => [one, ...withFrames(one.children ?? [])]);

export interface FirefoxCard {
  readonly label: string;
  readonly text: string;
  /** What its buttons say, in the order in which Tab reaches them. */
  readonly buttons: readonly string[];
}

/** The open card, or null: read in its frame, where WebDriver may look and the page may not. */
export async function readFirefoxCard(browser: Browser, page: Page): Promise<FirefoxCard | null> {
  const frame = await firefoxCardFrame(browser, page);
  if (frame === null) return null;
  // A world of its own: nothing of a test stands in the card's.
  const answer = await evaluateIn(browser, frame, () => {
    const dialog = document.querySelector('[role=dialog]');
    // By its parts: words of two lines must not run into one.
    const walker = dialog && document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    for (let node = walker?.nextNode(); node; node = walker?.nextNode()) words.push((node as Text).data);
    // No function with a name of its own: what runs under tsx gets a helper for it that the page does not have.
    const buttons = [...(dialog?.querySelectorAll('button') ?? [])].map((button) =>
      (button.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    const label = dialog?.getAttribute('aria-label') ?? '';
    return { label, text: words.join(' ').replace(/\s+/g, ' ').trim(), buttons };
  });
  return answer && answer.label !== '' ? answer : null;
}

/** The context of the card's frame while it is on the screen; null when no card is open. */
export async function firefoxCardFrame(browser: Browser, page: Page): Promise<string | null> {
  const top = (await contexts(browser)).find(({ url }) => url === page.url());
  const shown = await evaluateIn(browser, top?.context ?? '', () =>
    [...document.querySelectorAll('[popover=manual]')].some((host) => getComputedStyle(host).visibility !== 'hidden'),
  );
  const frame = top?.children?.find(({ url }) => /^(about:srcdoc|data:)/.test(url));
  return shown && frame ? frame.context : null;
}

/** Evaluates in a world of the test's own in that context; null where it went meanwhile. */
export async function evaluateIn<Result>(
  browser: Browser,
  context: string,
  run: () => Result,
): Promise<Awaited<Result> | null> {
  const expression = `(async () => JSON.stringify((await (${run})()) ?? null))()`;
  const target = { context, sandbox: 'test' };
  try {
    const answer = await connectionOf(browser).send('script.evaluate', { expression, target, awaitPromise: true });
    return JSON.parse(String((answer.result as BidiEvaluation).result?.value ?? 'null'));
  } catch {
    return null;
  }
}
