/** Opens the torture pages in a real browser with the harness as a content script of a throw-away extension. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { type Route, serveFolder } from '../../tools/serve-folder';
import { bigPages } from './big-pages';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGES = join(ROOT, 'test/fixtures/pages');
const CHROMIUM = process.env.BACKSTORY_CHROMIUM || '/usr/bin/chromium';
const FIREFOX = process.env.BACKSTORY_FIREFOX || '/usr/bin/firefox-esr';

/** ms for a browser to start, on a machine that may be busy with others. */
const START = 90_000;

/** What Playwright's and Puppeteer's pages have in common and the tests use. */
export interface StagePage {
  goto(url: string): Promise<unknown>;
  evaluate<Result, Arg>(run: (arg: Arg) => Result, arg: Arg): Promise<Awaited<Result>>;
  screenshot(options: { path: string }): Promise<unknown>;
  readonly mouse: { move(x: number, y: number): Promise<void>; click(x: number, y: number): Promise<void> };
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  goBack(): Promise<unknown>;
  frames(): readonly StageFrame[];
}

interface StageFrame {
  url(): string;
  evaluate<Result, Arg>(run: (arg: Arg) => Result, arg: Arg): Promise<Awaited<Result>>;
}

/** What stands in the frame of the open card; null while none is there. No page can look into it. */
export interface CardFrame {
  readonly backgroundColor: string;
  readonly keys: string;
  readonly value: string;
}

export interface Stage {
  readonly page: StagePage;
  readonly origin: string;
  /** Opens a fixture and waits for the harness. */
  open(path: string): Promise<void>;
  call<Result = unknown>(name: string, args?: object): Promise<Result>;
  card(): Promise<CardFrame | null>;
  close(): Promise<void>;
}

async function buildExtension(manifestVersion: 2 | 3): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'page-harness-'));
  mkdirSync(folder, { recursive: true });
  for (const name of ['harness', 'in-frame']) {
    const entry = join(ROOT, `test/browser/page/${name}.ts`);
    const lib = { entry, formats: ['iife' as const], name: 'harness', fileName: name };
    const built = await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      build: { write: false, minify: false, lib },
    });
    const [output] = built as unknown as [{ output: readonly [{ code: string }] }];
    writeFileSync(join(folder, `${name}.js`), output.output[0].code);
  }
  writeFileSync(join(folder, 'marks.css'), readFileSync(join(ROOT, 'entrypoints/marks.content.css')));
  const manifest = {
    manifest_version: manifestVersion,
    name: 'Page harness',
    version: '1',
    content_scripts: [
      { matches: ['http://127.0.0.1/*'], js: ['harness.js'], css: ['marks.css'], run_at: 'document_idle' },
      { matches: ['http://127.0.0.1/*'], css: ['marks.css'], all_frames: true },
      {
        matches: ['http://127.0.0.1/*'],
        js: ['in-frame.js'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_end',
      },
    ],
    browser_specific_settings: { gecko: { id: 'page-harness@backstory.test' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** `more` answers for pages of a test's own. */
export async function openStage(browserName: 'chromium' | 'firefox', more: Route = () => false): Promise<Stage> {
  const extension = await buildExtension(browserName === 'chromium' ? 3 : 2);
  const big = bigPages((name) => readFileSync(join(PAGES, name), 'utf8'));
  const server = await serveFolder(PAGES, (...asked) => more(...asked) || big(...asked));
  const browser = browserName === 'chromium' ? await startChromium(extension) : await startFirefox(extension);
  const { page } = browser;
  return {
    page,
    origin: server.origin,
    async open(path) {
      await page.goto(`${server.origin}/${path}`);
      await waitForHarness(page);
    },
    call: (name, args = {}) => callHarness(page, name, args) as never,
    async card() {
      for (const frame of page.frames()) {
        if (frame.url() !== 'about:srcdoc') continue;
        // One that goes in this moment is none.
        const found = await frame.evaluate(readCardFrame, null).catch(() => null);
        if (found) return found;
      }
      return null;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(extension, { recursive: true, force: true });
    },
  };
}

const readCardFrame = (): CardFrame | null => {
  const input = document.querySelector('input');
  if (!document.documentElement.hasAttribute('data-backstory-card') || !input) return null;
  const { backgroundColor } = getComputedStyle(document.body);
  return { backgroundColor, keys: document.body.dataset.keys ?? '', value: input.value };
};

async function waitForHarness(page: StagePage): Promise<void> {
  const until = Date.now() + 30_000;
  while (!(await page.evaluate(() => document.documentElement.dataset.harness === 'ready', null))) {
    if (Date.now() > until) throw new Error('the harness did not start');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Runs in the page: hands a call to the content script and waits for its answer. */
function callHarness(page: StagePage, name: string, args: object): Promise<unknown> {
  return page.evaluate(
    ({ call, args }) =>
      new Promise((done, fail) => {
        const id = Math.random();
        const heard = ({ data }: MessageEvent) => {
          if (data?.answerTo !== id) return;
          removeEventListener('message', heard);
          if (data.error) fail(new Error(data.error));
          else done(data.result);
        };
        addEventListener('message', heard);
        postMessage({ call, args, id }, '*');
      }),
    { call: name, args },
  );
}

interface Started {
  readonly page: StagePage;
  close(): Promise<void>;
}

async function startChromium(extension: string): Promise<Started> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: CHROMIUM,
    timeout: START,
    headless: true,
    viewport: { width: 1000, height: 700 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { page: page as unknown as StagePage, close: () => context.close() };
}

async function startFirefox(extension: string): Promise<Started> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    timeout: START,
  });
  await browser.installExtension(extension);
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 700 });
  return { page: page as unknown as StagePage, close: () => browser.close() };
}
