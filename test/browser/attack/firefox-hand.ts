/**
 * The reader's hand and eye in Firefox. A card may stand in the closed root itself or in a frame within it: WebDriver
 * looks into both, so a button's place is found wherever it is.
 */
import type { Browser, Page } from 'puppeteer-core';
import { openFirefox, readFirefoxCard } from '../../tools/open-firefox';
import { FIREFOX_BUILD } from '../extension/session';
import type { Editor, Hand, Place } from './reader';

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

interface BidiContext {
  readonly context: string;
  readonly url: string;
  readonly children?: readonly BidiContext[] | null;
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

/** A world of the test's own: the page's may be broken. */
const SANDBOX = 'test';

export async function openFirefoxHand(): Promise<Hand> {
  const firefox = await openFirefox(FIREFOX_BUILD);
  const { browser } = firefox;
  let page = await browser.newPage();
  await page.bringToFront();
  const look = lookInto(browser);

  async function placeOf(label: string | RegExp): Promise<Place | null> {
    const { hosts, frames } = await look.ours(page);
    for (const { context, element } of frames) {
      const inside = await look.ask<Place | null>(context, findButton, [label instanceof RegExp, sourceOf(label)]);
      if (!inside) continue;
      const rect = element && (await look.rectOf(await look.contextOf(page), element));
      return { x: inside.x + (rect?.x ?? 0), y: inside.y + (rect?.y ?? 0) };
    }
    for (const button of hosts.flatMap((host) => nodesOf(host, 'button'))) {
      const text = await look.textOf(await look.contextOf(page), button);
      if (label instanceof RegExp ? !label.test(text) : label !== text) continue;
      const { x, y, width, height } = await look.rectOf(await look.contextOf(page), button);
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  }

  return {
    page: { evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never },
    own: firefox.world('welcome.html'),
    async goto(url) {
      await page.goto(url);
      await page.bringToFront();
    },
    async print() {
      await page.pdf();
    },
    move: ({ x, y }, steps = 1) => page.mouse.move(x, y, { steps }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    doubleClick: ({ x, y }) => page.mouse.click(x, y, { count: 2 }),
    rightClick: ({ x, y }) => page.mouse.click(x, y, { button: 'right' }),
    wheel: (by) => page.mouse.wheel({ deltaY: by }),
    type: (text) => page.keyboard.type(text, { delay: 8 }),
    key: (name) => page.keyboard.press(name),
    async chord(letter) {
      await page.keyboard.down('Control');
      await page.keyboard.press(letter);
      await page.keyboard.up('Control');
    },
    card: () => readFirefoxCard(browser, page),
    placeOf,
    async editor() {
      for (const { context } of (await look.ours(page)).frames) {
        const found = await look.ask<Editor | null>(context, findEditor, []);
        if (found) return found;
      }
      return null;
    },
    async frames() {
      return (await look.ours(page)).frames.map(({ srcdoc, url }) => srcdoc ?? url);
    },
    async shot({ x, y, width, height }) {
      const clip = { x: Math.max(0, x), y: Math.max(0, y), width, height };
      return String(await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false }));
    },
    async inAnotherTab(url, work) {
      const before = page;
      page = await browser.newPage();
      try {
        await page.goto(url);
        await page.bringToFront();
        return await work();
      } finally {
        await page.close();
        page = before;
        await page.bringToFront();
      }
    },
    close: () => firefox.close(),
  };
}

const sourceOf = (label: string | RegExp): string => (label instanceof RegExp ? label.source : label);

const findButton = `(isPattern, label) => {
  const says = (text) => (isPattern ? new RegExp(label).test(text) : text === label);
  const button = [...document.querySelectorAll('[role=dialog] button, [role=dialog] a')].find((one) =>
    says(one.ariaLabel || one.textContent.replace(/\\s+/g, ' ').trim()));
  if (!button) return null;
  button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;

const findEditor = `() => {
  const area = document.querySelector('textarea');
  if (!area) return null;
  const focused = document.activeElement === area && document.hasFocus();
  const said = document.querySelector('.note-state')?.textContent ?? '';
  return { text: area.value, locked: area.readOnly || area.disabled, focused, said };
}`;

const innerNodes = ({ value }: BidiNode): readonly BidiNode[] =>
  value ? [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])] : [];

const nodesOf = (node: BidiNode, localName: string): readonly BidiNode[] => [
  ...(node.value?.localName === localName ? [node] : []),
  ...innerNodes(node).flatMap((inner) => nodesOf(inner, localName)),
];

function lookInto(browser: Browser) {
  const connection = (browser as unknown as { readonly connection: BidiConnection }).connection;

  async function tree(page: Page): Promise<BidiContext> {
    const { result } = await connection.send('browsingContext.getTree', {});
    const found = (result as { contexts: readonly BidiContext[] }).contexts.find(({ url }) => url === page.url());
    if (!found) throw new Error(`no tab shows ${page.url()}`);
    return found;
  }
  const deep = (at: BidiContext): BidiContext[] => (at.children ?? []).flatMap((child) => [child, ...deep(child)]);

  async function call(context: string, source: string, args: readonly object[]): Promise<unknown> {
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: source,
      arguments: args,
      target: { context, sandbox: SANDBOX },
      awaitPromise: true,
    });
    return (answer.result as { readonly result?: { readonly value?: unknown } }).result?.value;
  }
  async function ask<T>(context: string, source: string, args: readonly unknown[]): Promise<T> {
    const asJson = `() => JSON.stringify((${source})(...${JSON.stringify(args)}) ?? null)`;
    return JSON.parse(String(await call(context, asJson, [])));
  }
  const measure = async (context: string, element: BidiNode, what: string) => {
    const given = [{ sharedId: element.sharedId }];
    return JSON.parse(String(await call(context, `(element) => JSON.stringify(${what})`, given)));
  };

  return {
    ask,
    contextOf: async (page: Page) => (await tree(page)).context,
    rectOf: (context: string, element: BidiNode): Promise<Place & { width: number; height: number }> =>
      measure(context, element, `(element.scrollIntoView({ block: 'nearest' }), element.getBoundingClientRect())`),
    textOf: (context: string, element: BidiNode): Promise<string> =>
      measure(context, element, `(element.ariaLabel || element.textContent.replace(/\\s+/g, ' ').trim())`),
    /** Roots of ours in the tab, and every frame that is none of the page's own. */
    async ours(page: Page) {
      const top = await tree(page);
      const answer = await connection.send('script.evaluate', {
        expression: `[...document.querySelectorAll('[popover=manual]')].filter((one) => !one.closest('[data-own]'))`,
        target: { context: top.context, sandbox: SANDBOX },
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 40, maxObjectDepth: 2 },
      });
      const hosts = (answer.result as { result: { value?: readonly BidiNode[] } }).result.value ?? [];
      const elements = hosts.flatMap((host) => nodesOf(host, 'iframe'));
      const pagesOwn = new Set(
        await ask<readonly string[]>(
          top.context,
          `() => [...document.querySelectorAll('iframe')].map((one) => one.src)`,
          [],
        ),
      );
      const frames = deep(top)
        .filter(({ url }) => /^(about:srcdoc|data:|about:blank|moz-extension:)/.test(url) && !pagesOwn.has(url))
        .map(({ context, url }) => ({
          context,
          url,
          // One frame a card: it is the element that stands in the root.
          element: elements[0] ?? null,
          srcdoc: elements[0]?.value?.attributes?.srcdoc ?? null,
        }));
      return { hosts, frames };
    },
  };
}
