/**
 * How soon the card is there once the pointer has rested, in a real Chromium: from the moment at which the rest is over
 * (so long after the last move by that move's own time, and not when the page heard of it or the browser came round to it) to the
 * moment at which the whole card was on the screen.
 *
 *   pointer on the name ── rest ──┤ over … timer runs → host shown → page's picture, card's picture ├ measured
 *
 * The card lives in a frame with a process and pictures of its own: it is there when both are on the screen, the page's
 * with the host in it and the frame's with its last change. All of it is Chromium's own record; it is long because both are found in that.
 */
import { availableParallelism, loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Frame, Page } from 'playwright-core';
import { openSession, type Session, until } from '../browser/extension/session';
import { ownWorld } from '../tools/own-world';
import { waitForCard } from '../tools/read-card';
import { type BenchRow, median } from './measure';
import { percentile } from './percentile';
import { record, type TraceEvent } from './trace';

const STORIES = ['iran-allies-calm', 'ecb-rate-rise', 'sudan-truce-live', 'climate-talks-glasgow-2021'];
/** ms; the default. */
const REST_MS = 300;
const HOVERS_A_STORY = 16;
const HOVERS_AFTER_DEATH = 16;
/** ms until whatever the card still waits for has come. */
const SETTLED_MS = 500;
const FRAME_MS = 1000 / 60;
const FRAMES_ALIVE = 2;
const AFTER_DEATH_MS = 300;
const CROWDED_MS = 300;
const FRAMES = 60;
const SHOWN = 'bench: card shown';
const CHANGED = 'bench: card changed';
const MOVED = 'bench: pointer moved';

interface Place {
  readonly x: number;
  readonly y: number;
}

export async function bench(): Promise<BenchRow[]> {
  const session = await openSession();
  try {
    await session.set({ restMs: REST_MS, density: 'every' });
    const alive: Hover[] = [];
    for (const story of STORIES) alive.push(...(await hovers(session, story, HOVERS_A_STORY)));
    const killed = await hovers(session, STORIES[0]!, HOVERS_AFTER_DEATH, 'worker killed');
    const burners = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
    const crowded = await hovers(session, STORIES[0]!, HOVERS_A_STORY, 'many frames');
    await Promise.all(burners.map((burner) => burner.terminate()));
    report('worker alive', alive);
    report('worker killed', killed);
    report(`${FRAMES} frames, busy machine`, crowded);
    return [
      {
        what: `hover: end of the rest → complete card on the screen, p95 of ${alive.length}`,
        measured: percentile(
          alive.map(({ complete }) => complete / FRAME_MS),
          0.95,
        ),
        unit: 'frames',
        limit: FRAMES_ALIVE,
        bound: 'at most',
      },
      {
        what: `hover, worker killed just before: → complete card on the screen, slowest of ${killed.length}`,
        measured: Math.max(...killed.map(({ complete }) => complete)),
        unit: 'ms',
        limit: AFTER_DEATH_MS,
        bound: 'at most',
      },
      {
        what: `hover on a page of ${FRAMES} frames, every core of the machine busy: the same, p95 of ${crowded.length}`,
        measured: percentile(
          crowded.map(({ complete }) => complete),
          0.95,
        ),
        unit: 'ms',
        limit: CROWDED_MS,
        bound: 'at most',
      },
    ];
  } finally {
    await session.close();
  }
}

interface Hover {
  /** ms from the end of the rest until the page's picture with the host was on the screen. */
  readonly painted: number;
  /** The same until the frame's picture with the last change of what it says was there, too. */
  readonly complete: number;
  /** The same until the host was shown, not painted yet. */
  readonly shown: number;
  /** The same for the last change in the frame; below nought where the card was drawn during the rest. */
  readonly drawn: number;
  /** ms that the timer ran, and of that was at work. */
  readonly task: number;
  readonly work: number;
}

type Hardship = 'none' | 'worker killed' | 'many frames';

async function hovers(session: Session, story: string, count: number, hardship: Hardship = 'none'): Promise<Hover[]> {
  const { page } = session;
  const killed = hardship === 'worker killed';
  await session.open(`/stories/${story}.html`);
  if (hardship === 'many frames') await page.evaluate(addFrames, FRAMES);
  await until(async () => (await marksInView(session)).length >= 3, `too few marks in view on ${story}`);
  await page.waitForTimeout(SETTLED_MS);
  const places = await marksInView(session);
  await watchCard(page, places[0]!);
  const worker = await watchWorker(page);
  const recording = await record(page);
  for (let turn = 0; turn < count; turn++) {
    const { x, y } = places[turn % places.length]!;
    await page.mouse.move(3, y);
    if (killed) await worker.stop();
    await page.mouse.move(x, y, { steps: 4 });
    await page.waitForTimeout(REST_MS + SETTLED_MS);
    if (killed && !worker.isAwake()) throw new Error('the worker was not asked for anything');
    await page.keyboard.press('Escape');
    await page.mouse.move(3, 3);
    await page.waitForTimeout(60);
  }
  await worker.end();
  const found = read(await recording.stop());
  if (found.length !== count) throw new Error(`${story}: ${found.length} cards on ${count} hovers`);
  return found;
}

/** Below the story, each a document of the same site with a scout of its own. */
async function addFrames(count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, () => {
      const frame = document.createElement('iframe');
      frame.src = '/made/target.html';
      document.body.append(frame);
      return new Promise((loaded) => frame.addEventListener('load', loaded));
    }),
  );
}

/** The extension's worker, by the browser's own word: to be stopped, and to be seen awake again. */
async function watchWorker(page: Page): Promise<{ stop(): Promise<void>; isAwake(): boolean; end(): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const states = new Map<string, string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus);
  });
  await session.send('ServiceWorker.enable');
  const all = (status: string) => states.size > 0 && [...states.values()].every((state) => state === status);
  return {
    async stop() {
      await session.send('ServiceWorker.stopAllWorkers');
      await until(() => all('stopped'), 'the worker lives on');
    },
    isAwake: () => all('running'),
    end: () => session.detach(),
  };
}

/** Middles of the marks in the window that no other element covers. */
const marksInView = ({ page }: Session): Promise<Place[]> =>
  ownWorld(page).evaluate(
    () =>
      [...(CSS.highlights.get('backstory-mark') ?? [])].flatMap((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        const { x, y, width, height } = range.getBoundingClientRect();
        if (y < 40 || y + height > innerHeight - 40 || height > 40) return [];
        const middle = { x: x + width / 2, y: y + height / 2 };
        const on = document.elementFromPoint(middle.x, middle.y);
        return on?.contains(mark.startContainer) ? [middle] : [];
      }),
    null,
  );

/** Writes into the browser's record when a card becomes visible and when what it says changes. */
async function watchCard(page: Page, { x, y }: Place): Promise<void> {
  // The host is made at the first move over the story, and stays.
  await page.mouse.move(3, y);
  await page.mouse.move(x, y, { steps: 4 });
  await waitForCard(page);
  await page.waitForTimeout(SETTLED_MS);
  await page.keyboard.press('Escape');
  await page.mouse.move(3, 3);
  await ownWorld(page).evaluate((mark) => {
    // When the hand moved, some ms before the page hears of it.
    addEventListener('pointermove', ({ timeStamp }) => performance.mark(mark, { startTime: timeStamp }), {
      capture: true,
      passive: true,
    });
  }, MOVED);
  await ownWorld(page).evaluate((mark) => {
    const host = document.querySelector<HTMLElement>('[popover=manual]');
    if (!host) throw new Error('no host');
    let shown = false;
    new MutationObserver(() => {
      const now = host.style.visibility === 'visible';
      if (now && !shown) performance.mark(mark);
      shown = now;
    }).observe(host, { attributes: true, attributeFilter: ['style'] });
  }, SHOWN);
  const frame = page.frames().find((one) => /^(about:srcdoc|data:)/.test(one.url())) as Frame;
  await frame.evaluate((mark) => {
    // A card that goes is emptied; that is no news.
    new MutationObserver(() => {
      if (document.body.textContent) performance.mark(mark);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, CHANGED);
}

function read(events: readonly TraceEvent[]): Hover[] {
  const moments = (name: string) => events.filter((event) => event.name === name && event.ph !== 'e');
  const moves = moments(MOVED);
  const fires = moments('TimerFire');
  const shows = moments(SHOWN);
  const changes = moments(CHANGED);
  const pictures = new Map<number, Picture[]>();
  /** When the first picture that the process of that event began after `at` was on the screen. */
  const onScreen = ({ pid }: TraceEvent, at: number): number => {
    const frames = pictures.get(pid) ?? framesOf(events.filter((event) => event.pid === pid));
    pictures.set(pid, frames);
    const frame = frames.find(({ rendered }) => rendered >= at);
    if (!frame) throw new Error('a card came after the last picture');
    return frame.presented;
  };
  return shows.map((show) => {
    const rest = moves.findLast((event) => event.at < show.at);
    if (!rest) throw new Error('a card came without a move');
    const over = rest.at + REST_MS;
    const next = moves.find((event) => event.at > show.at)?.at ?? Number.POSITIVE_INFINITY;
    const last = changes.findLast((event) => event.at >= rest.at && event.at < next);
    if (!last) throw new Error('a card came without a change of what it says');
    // The timer in which the host was shown.
    const fire = fires.findLast(
      (event) => event.pid === show.pid && event.at < show.at && event.at + event.lasted >= show.at,
    );
    const painted = onScreen(show, show.at);
    return {
      painted: painted - over,
      complete: Math.max(painted, onScreen(last, last.at)) - over,
      shown: show.at - over,
      drawn: last.at - over,
      task: fire?.lasted ?? Number.NaN,
      work: fire?.busy ?? Number.NaN,
    };
  });
}

interface Picture {
  readonly rendered: number;
  readonly presented: number;
}

/** Main-thread frames: when each began to render, and when it reached the screen. */
function framesOf(events: readonly TraceEvent[]): Picture[] {
  const presented = new Map<unknown, number>();
  for (const { name, args, at } of events) if (name === 'AnimationFrame::Presentation') presented.set(args.id, at);
  const frames: Picture[] = [];
  let open: unknown = null;
  for (const { name, ph, args, at } of events) {
    if (name === 'AnimationFrame' && ph === 'b') open = args.id;
    if (name !== 'AnimationFrame::Render' || ph !== 'b') continue;
    const shownAt = presented.get(open);
    if (shownAt !== undefined) frames.push({ rendered: at, presented: shownAt });
  }
  return frames;
}

function report(condition: string, found: readonly Hover[]): void {
  const line = (name: string, values: readonly number[]) =>
    `${name} ${median(values).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)} / ${Math.max(...values).toFixed(1)}`;
  console.error(
    `hover, ${condition}, machine load ${loadavg()[0]?.toFixed(1)}, ms (median / p95 / most of ${found.length}): ${[
      line(
        'drawn',
        found.map(({ drawn }) => drawn),
      ),
      line(
        'shown',
        found.map(({ shown }) => shown),
      ),
      line(
        'painted',
        found.map(({ painted }) => painted),
      ),
      line(
        'complete',
        found.map(({ complete }) => complete),
      ),
      line(
        'timer ran',
        found.map(({ task }) => task),
      ),
    ].join('; ')}`,
  );
}
