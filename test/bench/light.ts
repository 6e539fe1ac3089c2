/**
 * What reading a story costs its page, above what the page costs by itself: CPU of the main thread for loading it and for
 * 240 moves of the pointer over its text, and the memory that its scripts hold. The same page is opened at an address that
 * Backstory may read and at one that it may not, in turns, in one browser.
 */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openSession, type Session } from '../browser/extension/session';
import { serveFolder } from '../tools/serve-folder';
import { type BenchRow, median } from './measure';
import { asStory, words } from './word-page';

const ROUNDS = 5;
const MOVES = 240;
/** ms from one move to the next, as a hand makes them. */
const MOVE_MS = 16;
/** ms after which a bare page is at rest. */
const REST_MS = 1_500;
const READY_WITHIN_MS = 120_000;
/** ms; enough for 200,000 words, so that the first question is the only one. */
const ASK_EVERY_MS = 10_000;
/** An address of this machine that no extension was granted. */
const BARE = 'bare.test';

interface Cost {
  /** s of the main thread. */
  readonly load: number;
  readonly moves: number;
  /** MB */
  readonly heap: number;
}

const PAGES = [
  { name: '200,000 words', text: () => words(200_000), load: 0.2, moves: 0.15, heap: 4 },
  { name: 'an ordinary story', text: () => words(900), load: 0.06, moves: 0.1, heap: 4 },
];

export async function bench(): Promise<BenchRow[]> {
  const pages = new Map(PAGES.map(({ name, text }) => [name, asStory(text())]));
  const server = await serveFolder('/nowhere', (_, response, path) => {
    const html = pages.get(decodeURIComponent(path.slice(1)));
    if (html === undefined) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    return true;
  });
  const session = await openSession({ args: [`--host-resolver-rules=MAP ${BARE} 127.0.0.1`] });
  const { port } = new URL(server.origin);
  try {
    const rows: BenchRow[] = [];
    for (const { name, load, moves, heap } of PAGES) {
      const path = encodeURIComponent(name);
      const bares: Cost[] = [];
      const costs: Cost[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const bare = await measure(session, `http://${BARE}:${port}/${path}`, false);
        const ours = await measure(session, `${server.origin}/${path}`, true);
        bares.push(bare);
        costs.push(ours);
        const said = (cost: Cost) =>
          `${cost.load.toFixed(3)} s, ${cost.moves.toFixed(3)} s, ${cost.heap.toFixed(1)} MB`;
        console.error(`${name}, machine load ${loadavg()[0]?.toFixed(1)}: bare ${said(bare)}; with us ${said(ours)}`);
      }
      const row = (what: string, key: keyof Cost, unit: string, limit: number): BenchRow => ({
        what: `${name}: ${what}, above the bare page`,
        // The bare page alone takes 0.27 or 0.45 s to load from one time to the next: what two by chance have in common is noise.
        measured: median(costs.map((cost) => cost[key])) - median(bares.map((cost) => cost[key])),
        unit,
        limit,
        bound: 'at most',
      });
      rows.push(row('CPU of the load', 'load', 's', load));
      rows.push(row(`CPU of ${MOVES} pointer moves`, 'moves', 's', moves));
      rows.push(row('heap', 'heap', 'MB', heap));
    }
    return rows;
  } finally {
    await session.close();
    await server.close();
  }
}

async function measure(session: Session, address: string, isRead: boolean): Promise<Cost> {
  const page = await session.context.newPage();
  try {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metric = async (name: string): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const found = metrics.find((one) => one.name === name);
      if (!found) throw new Error(`the browser does not tell ${name}`);
      return found.value;
    };
    await page.goto(address);
    const threadTime = () => metric('ThreadTime');
    if (!isRead) await page.waitForTimeout(REST_MS);
    // Without the question itself: nobody who loads a story opens the popup.
    const load = isRead ? await whenReady(session, page, threadTime) : await threadTime();
    const before = await threadTime();
    for (let move = 0; move < MOVES; move++) {
      await page.mouse.move(340 + ((move * 23) % 560), 120 + ((move * 7) % 420));
      await page.waitForTimeout(MOVE_MS);
    }
    const moves = (await threadTime()) - before;
    await cdp.send('HeapProfiler.collectGarbage');
    const heap = (await metric('JSHeapUsedSize')) / 1e6;
    return { load, moves, heap };
  } finally {
    await page.close();
  }
}

/** What `cost` was just before the glossary of the whole page was there. Asked seldom: each question costs the page, too. */
async function whenReady(session: Session, page: Page, cost: () => Promise<number>): Promise<number> {
  const control = await session.control();
  await page.bringToFront();
  for (const end = Date.now() + READY_WITHIN_MS; ; ) {
    await page.waitForTimeout(ASK_EVERY_MS);
    const before = await cost();
    const state = await control.evaluate(async (address) => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === address)?.id;
      const call = { id: 0, type: 'reader.glossary', data: {}, timestamp: 0 };
      const answer = await chrome.tabs.sendMessage(tab as number, call, { frameId: 0 }).catch(() => null);
      return (answer?.res?.value ?? answer?.res)?.state;
    }, page.url());
    if (state === 'ready') return before;
    if (Date.now() > end) throw new Error(`${page.url()} was never read`);
  }
}
