/**
 * How smoothly a story of 70 marked names is scrolled: the frames that reach its page while a hand turns the wheel, and how many of
 * them came late. The same page is scrolled at an address that Backstory may read and at one that it may not, in turns, in one
 * browser, so that a busy machine drops as many of both.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openSession, type Session, until } from '../browser/extension/session';
import { ownWorld } from '../tools/own-world';
import { serveFolder } from '../tools/serve-folder';
import { type BenchRow, median } from './measure';
import { asStory } from './word-page';

const ROUNDS = 7;
const NAMES = 70;
/** Of two stories one: neither has so many names by itself. */
const STORIES = ['iran-allies-calm', 'ecb-rate-rise'] as const;
/** px and ms of the whole way, down and up again. */
const STEP = 90;
const STEPS = 110;
const STEP_MS = 16;
/** Frames in a second; one that takes half as long again was dropped. */
const FRAME = 1_000 / 60;
const LATE = FRAME * 1.5;
/** An address of this machine that no extension was granted. */
const BARE = 'bare.test';

interface Frames {
  readonly perSecond: number;
  /** Share of the frames that were due and did not come. */
  readonly dropped: number;
}

export async function bench(): Promise<BenchRow[]> {
  const html = asStory(STORIES.map(textOf).join('\n'));
  const server = await serveFolder('/nowhere', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    return true;
  });
  const session = await openSession({ args: [`--host-resolver-rules=MAP ${BARE} 127.0.0.1`] });
  const { port } = new URL(server.origin);
  try {
    await session.set({ density: 'every' });
    const bares: Frames[] = [];
    const ours: Frames[] = [];
    let names = 0;
    for (let round = 0; round < ROUNDS; round++) {
      bares.push(await scrolled(session, `http://${BARE}:${port}/story`, null));
      ours.push(
        await scrolled(session, `${server.origin}/story`, (marked) => {
          names = marked;
        }),
      );
      const said = ({ perSecond, dropped }: Frames) =>
        `${perSecond.toFixed(1)} a second, ${(dropped * 100).toFixed(1)} % dropped`;
      console.error(
        `scrolling ${names} names, machine load ${loadavg()[0]?.toFixed(1)}: bare ${said(bares.at(-1) as Frames)}; with us ${said(ours.at(-1) as Frames)}`,
      );
    }
    const of = (frames: readonly Frames[], key: keyof Frames) => median(frames.map((one) => one[key]));
    return [
      {
        what: `scrolling a story of ${names} marked names: frames in a second ÷ the same page without marks, medians of ${ROUNDS}`,
        measured: of(ours, 'perSecond') / of(bares, 'perSecond'),
        unit: '×',
        limit: 0.97,
        bound: 'at least',
      },
      {
        what: 'the same: dropped of 100 frames, above the bare page',
        measured: (of(ours, 'dropped') - of(bares, 'dropped')) * 100,
        unit: 'frames',
        limit: 2,
        bound: 'at most',
      },
    ];
  } finally {
    await session.close();
    await server.close();
  }
}

/** A line for each paragraph. */
function textOf(name: string): string {
  const html = readFileSync(new URL(`../fixtures/stories/${name}.html`, import.meta.url), 'utf8');
  return [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)]
    .map(([, inside = '']) =>
      inside
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .replaceAll('&amp;', '&')
        .trim(),
    )
    .join('\n');
}

/** `read`: told how many names are marked, once all are; null: nobody reads the page. */
async function scrolled(session: Session, address: string, read: ((marked: number) => void) | null): Promise<Frames> {
  const page = await session.context.newPage();
  try {
    await page.goto(address);
    await page.bringToFront();
    if (read) read(await whenMarked(session, page));
    // What the browser itself has to do for a page that has just come.
    await page.evaluate(() => new Promise<void>((idle) => requestIdleCallback(() => idle())));
    await page.mouse.move(500, 400);
    await page.evaluate(watchFrames);
    for (const way of [1, -1]) {
      for (let step = 0; step < STEPS; step++) {
        await page.mouse.wheel(0, way * STEP);
        await page.waitForTimeout(STEP_MS);
      }
    }
    return framesOf(await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames));
  } finally {
    await page.close();
  }
}

/** Runs in the page; the moments of all frames from now on. Without a name inside: tsx would call a helper that no page has. */
function watchFrames(): void {
  const frames: number[] = [];
  Object.assign(globalThis, { frames });
  void (async () => {
    for (;;) frames.push(await new Promise<number>((next) => requestAnimationFrame(next)));
  })();
}

function framesOf(moments: readonly number[]): Frames {
  const steps = moments.slice(1).map((at, before) => at - (moments[before] as number));
  const all = steps.reduce((sum, step) => sum + step, 0);
  const due = Math.round(all / FRAME);
  const missed = steps.filter((step) => step > LATE).reduce((sum, step) => sum + Math.round(step / FRAME) - 1, 0);
  return { perSecond: (steps.length / all) * 1_000, dropped: missed / due };
}

/** As many as a story of the issue has, in all of the page. */
async function whenMarked(session: Session, page: Page): Promise<number> {
  const control = await session.control();
  await page.bringToFront();
  let marked = 0;
  await until(async () => {
    const glossary = await control.evaluate(async (address) => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === address)?.id;
      const call = { id: 0, type: 'reader.glossary', data: {}, timestamp: 0 };
      const answer = await chrome.tabs.sendMessage(tab as number, call, { frameId: 0 }).catch(() => null);
      return answer?.res?.value ?? answer?.res ?? null;
    }, page.url());
    marked = glossary?.entries?.length ?? 0;
    return glossary?.state === 'ready';
  }, 'it was never read');
  if (marked < NAMES) throw new Error(`only ${marked} names`);
  const painted = await ownWorld(page).evaluate(
    () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
    null,
  );
  if (painted === 0) throw new Error('no name is marked');
  return marked;
}
