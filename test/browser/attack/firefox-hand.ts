/** The reader's input and view in Firefox. WebDriver can look into closed shadow roots, and into a frame inside one. */
import type { Browser, Page } from 'puppeteer-core';
import { openFirefox } from '../../tools/open-firefox';
import { FIREFOX_BUILD } from '../extension/session';
import type { Editor, Hand, Place, Rect, SeenCard } from './reader';

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

interface BidiContext {
  readonly context: string;
  readonly url: string;
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
  // Whoever leaves while the last letters are on their way to the store is asked, and means it. Nobody else answers here.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.bringToFront();
  const look = lookInto(browser);

  async function placeOf(label: string | RegExp): Promise<Place | null> {
    for (const { context, rect } of await look.frames(page)) {
      const pattern = label instanceof RegExp ? [label.source, label.flags] : null;
      const inside = await look.ask<Place | null>(context, findButton, [pattern, label]);
      if (inside) return { x: inside.x + rect.x, y: inside.y + rect.y };
    }
    return null;
  }
  async function first<T>(find: string): Promise<T | null> {
    for (const { context, isSeen } of await look.frames(page)) {
      const found = isSeen ? await look.ask<T | null>(context, find, []) : null;
      if (found) return found;
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
    card: () => first<SeenCard>(readCard),
    placeOf,
    editor: () => first<Editor>(findEditor),
    frames: async () => (await look.frames(page)).map(({ srcdoc }) => srcdoc),
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

const readCard = `() => {
  const dialog = document.querySelector('[role=dialog]');
  if (!dialog?.ariaLabel) return null;
  const textOf = (node) => node.nodeType === 3 ? node.data + ' ' : node.localName === 'style' ? '' : [...node.childNodes].map(textOf).join('');
  const plain = (node) => textOf(node).replace(/\\s+/g, ' ').trim();
  const buttons = [...dialog.querySelectorAll('button')].map((one) => one.ariaLabel || plain(one));
  return { label: dialog.ariaLabel, text: plain(dialog), buttons };
}`;

const findButton = `(pattern, label) => {
  const says = (text) => (pattern ? new RegExp(...pattern).test(text) : text === label);
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

  async function contextOf(page: Page): Promise<string> {
    const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
    const found = (result as { contexts: readonly BidiContext[] }).contexts.find(({ url }) => url === page.url());
    if (!found) throw new Error(`no tab shows ${page.url()}`);
    return found.context;
  }
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

  return {
    ask,
    /** Frames in the closed roots of the tab. */
    async frames(page: Page) {
      const top = await contextOf(page);
      const answer = await connection.send('script.evaluate', {
        expression: `[...document.querySelectorAll('[popover=manual]')].filter((one) => !one.closest('[data-own]'))`,
        target: { context: top, sandbox: SANDBOX },
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 4, maxObjectDepth: 2 },
      });
      const hosts = (answer.result as { result?: { value?: readonly BidiNode[] } }).result?.value ?? [];
      const frames = [];
      for (const { sharedId } of hosts.flatMap((host) => nodesOf(host, 'iframe'))) {
        const inner = (await call(top, '(frame) => frame.contentWindow', [{ sharedId }])) as {
          context?: string;
        } | null;
        const about = await call(top, aboutFrame, [{ sharedId }]);
        if (!inner?.context || typeof about !== 'string') continue;
        const told = JSON.parse(about) as { rect: Rect; isSeen: boolean; srcdoc: string };
        frames.push({ context: inner.context, ...told });
      }
      return frames;
    },
  };
}

const aboutFrame = `(frame) => JSON.stringify({
  rect: frame.getBoundingClientRect(),
  isSeen: frame.checkVisibility({ visibilityProperty: true }),
  srcdoc: frame.srcdoc,
})`;
