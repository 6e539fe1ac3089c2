/**
 * What the scout costs a page: all the time for which the page's main thread is at work in it, from loading on. The pages
 * are large ones of their kind, and some of them never rest. The median of a few rounds counts, each in a page loaded anew; the
 * first is in a young renderer, where all that is done for the first time costs twice as much, and is printed with the others.
 */
import { loadavg } from 'node:os';
import { openSession, type Session } from '../browser/extension/session';
import { serveFolder } from '../tools/serve-folder';
import { type BenchRow, median } from './measure';
import { dataOf, outermost, record, type TraceEvent } from './trace';
import { asStory, words } from './word-page';

const ROUNDS = 7;
/** ms that a page is watched; by then the scout has looked at a restless one twice. */
const WATCHED_MS = 10_000;
const LIMIT_MS = 3;

const QUERIES: Readonly<Record<string, string>> = { 'a search page': '?q=harbour' };

export async function bench(): Promise<BenchRow[]> {
  const text = words(200_000);
  const pages: Readonly<Record<string, string>> = {
    'a search page': searchPage(),
    'a shop': shop(),
    'a mailbox': mailbox(),
    'a page of 200,000 words': asStory(text),
    'the same, if it does not say that it is a story': asStory(text, false),
  };
  const server = await serveFolder('/nowhere', (_, response, path) => {
    const html = pages[path.slice(1)];
    if (html === undefined) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    return true;
  });
  const session = await openSession();
  try {
    const rows: BenchRow[] = [];
    for (const name of Object.keys(pages)) {
      const costs: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        costs.push(await cost(session, `${server.origin}/${encodeURIComponent(name)}${QUERIES[name] ?? ''}`));
      }
      console.error(
        `scout on ${name}, machine load ${loadavg()[0]?.toFixed(1)}: median ${median(costs).toFixed(2)} ms, all ${costs.map((ms) => ms.toFixed(2)).join(', ')}`,
      );
      rows.push({
        what: `scout on ${name}, CPU, median of ${ROUNDS}`,
        measured: median(costs),
        unit: 'ms',
        limit: LIMIT_MS,
        bound: 'at most',
      });
    }
    return rows;
  } finally {
    await session.close();
    await server.close();
  }
}

async function cost({ page, extension }: Session, address: string): Promise<number> {
  const recording = await record(page);
  await page.goto(address);
  await page.waitForTimeout(WATCHED_MS);
  const events = await recording.stop();
  const isScout = (event: TraceEvent) =>
    String(dataOf(event).url ?? dataOf(event).fileName ?? '') === `${extension}/scout.js`;
  const ours = outermost(events.filter(isScout));
  if (ours.length === 0) throw new Error(`no scout ran on ${decodeURIComponent(address)}`);
  return ours.reduce((sum, { busy }) => sum + busy, 0);
}

const many = (count: number, part: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => part(nth)).join('');

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const SNIPPET =
  'The harbour and the town beside it went on with what they had always done, which was to wait for ships.';

/** Some 3,000 elements; the answers come in one go, and what is asked besides a little later. */
function searchPage(): string {
  const hit = (nth: number) =>
    `<div class="g"><div><a href="/${nth}"><h3>Harbours of the north, ${nth}</h3><span><cite>paper.example</cite></span></a></div><div><span><em>Harbour</em> ${SNIPPET}</span><span>${SNIPPET}</span></div>${many(20, (n) => `<div><span><a href="#${n}">more</a></span></div>`)}</div>`;
  const late = `setTimeout(() => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(many(40, hit))}), 2000)`;
  return page('harbour - search', `<form><input name="q"></form><main>${many(40, hit)}</main><script>${late}</script>`);
}

/** Some 5,000 elements, its goods once more as data, and a counter that never rests. */
function shop(): string {
  const goods = (nth: number) =>
    `<li><article><a href="/${nth}"><img alt=""><h2>Chair ${nth}</h2></a><p class="price"><span>€</span><span>${nth}.00</span></p><p>Oak, oiled, two weeks</p><ul><li>oak</li><li>beech</li><li>ash</li></ul><button>Into the basket</button></article></li>`;
  const data = {
    '@type': 'ItemList',
    itemListElement: Array.from({ length: 400 }, (_, nth) => ({
      '@type': 'Product',
      name: `Chair ${nth}`,
      description: SNIPPET,
    })),
  };
  const ticker = `setInterval(() => { left.textContent = String(Math.random()); }, 50)`;
  return page(
    'Chairs',
    `<nav>${many(200, (nth) => `<a href="#${nth}">Room ${nth}</a>`)}</nav><p id="left"></p><ul>${many(400, goods)}</ul><footer><p>${SNIPPET.repeat(4)}</p></footer><script>${ticker}</script>`,
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
  );
}

/** Some 9,000 elements; letters arrive twice a second. Its host does not say what it is. */
function mailbox(): string {
  const row = (nth: number) =>
    `<tr class="zA"><td><div role="checkbox"></div></td><td><span></span></td><td><div><span>Ann ${nth}</span></div></td><td><div><div><span><span>About the harbour</span></span><span> - ${SNIPPET}</span></div></div></td><td><span>${nth}:00</span></td></tr>`;
  const arrive = `setInterval(() => { rows.insertAdjacentHTML('afterbegin', ${JSON.stringify(row(0))}); }, 500)`;
  return page(
    'Inbox (3)',
    `<nav>${many(60, (nth) => `<div><a href="#${nth}">Folder</a></div>`)}</nav><table><tbody id="rows">${many(600, row)}</tbody></table><div role="textbox" aria-multiline="true" contenteditable="true"><br></div><script>${arrive}</script>`,
  );
}
