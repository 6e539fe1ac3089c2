/**
 * How soon the card is there in a real Firefox once the pointer has rested. Firefox hands out no record of its pictures, so the
 * page's own frames are counted: up to the end of the first one that is painted with the card's host in sight. What stands in
 * the card was drawn during the rest; it is looked at that it did.
 */
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { FIREFOX_BUILD, serveStories, until } from '../browser/extension/session';
import { openFirefox, readFirefoxCard } from '../tools/open-firefox';
import type { World } from '../tools/own-world';
import { markedWords, spotOf } from '../tools/point-at';
import { type BenchRow, median } from './measure';
import { percentile } from './percentile';

const STORIES = ['iran-allies-calm', 'ecb-rate-rise', 'sudan-truce-live', 'climate-talks-glasgow-2021'];
const HOVERS_A_STORY = 12;
/** ms; the default. */
const REST_MS = 300;
const FRAME_MS = 1000 / 60;
const LIMIT_FRAMES = 3;

interface Watch {
  movedAt: number;
  /** When the frame began in which the card was first seen; null while there is none. */
  shownAt: number | null;
  /** Here, since a function with a name of its own gets a helper from the bundler that the page does not have. */
  look(time: number): void;
}
type Watched = Window & { benchWatch: Watch };

export async function bench(): Promise<BenchRow[]> {
  const server = await serveStories();
  const firefox = await openFirefox(FIREFOX_BUILD);
  try {
    const page = await firefox.browser.newPage();
    await page.bringToFront();
    const frames: number[] = [];
    for (const story of STORIES) {
      await page.goto(`${server.origin}/stories/${story}.html`);
      await until(
        () => page.evaluate(() => (CSS.highlights.get('backstory-mark')?.size ?? 0) > 1),
        `no marks: ${story}`,
      );
      await page.evaluate(watchCard);
      for (const words of await someMarks(page)) frames.push(await hover(page, words));
    }
    console.error(
      `hover in Firefox, machine load ${loadavg()[0]?.toFixed(1)}: ${frames.length} hovers, median ${median(frames).toFixed(2)} frames, all ${frames.map((one) => one.toFixed(1)).join(' ')}`,
    );

    async function hover(page: Page, words: string): Promise<number> {
      // Only now: it brings the words into view, and others out of it.
      const spot = await spotOf(worldOf(page), words);
      if (!spot) throw new Error(`“${words}” is not there`);
      const { x, y } = spot;
      await page.mouse.move(3, y);
      await page.mouse.move(x, y, { steps: 4 });
      await until(
        () => page.evaluate(() => (window as unknown as Watched).benchWatch.shownAt !== null),
        `no card for ${words}`,
      );
      if (!(await readFirefoxCard(firefox.browser, page))?.text) throw new Error(`the card of ${words} was empty`);
      const { movedAt, shownAt } = await page.evaluate(() => (window as unknown as Watched).benchWatch);
      await page.keyboard.press('Escape');
      await page.mouse.move(3, 3);
      await until(() => page.evaluate(() => (window as unknown as Watched).benchWatch.shownAt === null), 'it stays');
      return ((shownAt as number) + FRAME_MS - movedAt - REST_MS) / FRAME_MS;
    }

    return [
      {
        what: `hover in Firefox: end of the rest → card on the screen, p95 of ${frames.length}`,
        measured: percentile(frames, 0.95),
        unit: 'frames',
        limit: LIMIT_FRAMES,
        bound: 'at most',
      },
    ];
  } finally {
    await firefox.close();
    await server.close();
  }
}

const worldOf = (page: Page): World => ({
  evaluate: (run, arg) => page.evaluate(run as never, arg as never) as never,
});

async function someMarks(page: Page): Promise<readonly string[]> {
  const words = [...new Set(await markedWords(worldOf(page)))];
  if (words.length < 2) throw new Error('too few marks');
  return Array.from({ length: HOVERS_A_STORY }, (_, turn) => words[turn % words.length] as string);
}

/** Runs in the page, at each of its frames. */
function watchCard(): void {
  const watch = { movedAt: 0, shownAt: null } as Watch;
  (window as unknown as Watched).benchWatch = watch;
  addEventListener('pointermove', ({ timeStamp }) => {
    if (watch.shownAt === null) watch.movedAt = timeStamp;
  });
  watch.look = (time) => {
    const hosts = [...document.querySelectorAll('[popover=manual]')];
    const isShown = hosts.some((host) => getComputedStyle(host).visibility === 'visible');
    if (!isShown) watch.shownAt = null;
    else watch.shownAt ??= time;
    requestAnimationFrame(watch.look);
  };
  requestAnimationFrame(watch.look);
}
