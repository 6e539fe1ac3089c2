/**
 * How soon the library shows its notes, in a real Chromium: from the beginning of the navigation to the frame after the
 * first fifty notes stand in the page. A library of 10,000 notes and one of 60 are opened in turns, so that a busy
 * machine slows both alike: what more notes cost is the ratio.
 */
import { loadavg } from 'node:os';
import { openSession, type Session } from '../browser/extension/session';
import { makeNotes, putNotes } from '../tools/seed-notes';
import { type BenchRow, median } from './measure';
import { percentile } from './percentile';

const MANY = 10_000;
const FEW = 60;
const SHOWN = 50;
const ROUNDS = 15;
const WARM_UP = 3;
const OPEN_MS = 200;
const RATIO = 1.5;

export async function bench(): Promise<BenchRow[]> {
  const sessions: Session[] = [];
  try {
    for (const count of [MANY, FEW]) sessions.push(await withNotes(count));
    const [many = [], few = []] = await inTurns(sessions);
    const [search = []] = await searches(sessions.slice(0, 1));
    console.error(
      `library, machine load ${loadavg()[0]?.toFixed(1)}, ms (median / p95 / most of ${ROUNDS}): ${MANY} notes ${line(many)}; ${FEW} notes ${line(few)}; search ${line(search)}`,
    );
    return [
      {
        what: `library with ${MANY} notes: navigation → first ${SHOWN} on the screen, median of ${ROUNDS}`,
        measured: median(many),
        unit: 'ms',
        limit: OPEN_MS,
        bound: 'at most',
      },
      {
        what: `the same, compared with ${FEW} notes`,
        measured: median(many) / median(few),
        unit: '×',
        limit: RATIO,
        bound: 'at most',
      },
    ];
  } finally {
    for (const session of sessions) await session.close();
  }
}

const line = (times: readonly number[]): string =>
  `${median(times).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)} / ${Math.max(...times).toFixed(0)}`;

async function withNotes(count: number): Promise<Session> {
  const session = await openSession();
  const page = await session.context.newPage();
  await page.goto(`${session.extension}/library.html`);
  await page.getByText('No note yet.').waitFor();
  await putNotes(page, await makeNotes(count));
  await page.close();
  return session;
}

async function inTurns(sessions: readonly Session[]): Promise<number[][]> {
  const times: number[][] = sessions.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [index, session] of sessions.entries()) {
      const took = await openOnce(session);
      if (round >= WARM_UP) times[index]?.push(took);
    }
  }
  return times;
}

async function openOnce(session: Session): Promise<number> {
  const page = await session.context.newPage();
  try {
    await page.addInitScript(watchList, SHOWN);
    await page.goto(`${session.extension}/library.html`);
    const shown = await page.waitForFunction(() => performance.getEntriesByName('bench: list shown')[0]?.startTime);
    return (await shown.jsonValue()) as number;
  } finally {
    await page.close();
  }
}

/** In the page: marks the frame after the one in which the list is complete. */
function watchList(wanted: number): void {
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('.entries > li').length < wanted) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('bench: list shown')));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** From the last key to the list of what was found; the rest after a key is part of it. */
async function searches(sessions: readonly Session[]): Promise<number[][]> {
  const found: number[][] = [];
  for (const session of sessions) {
    const page = await session.context.newPage();
    await page.goto(`${session.extension}/library.html`);
    await page.locator('.entries > li').first().waitFor();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const words = `Subject ${4000 + round}`;
      const start = await page.evaluate(() => performance.now());
      await page.getByRole('searchbox').fill(words);
      await page.waitForFunction(
        (name) =>
          document.querySelectorAll('.entries > li').length === 1 &&
          document.querySelector('.entry-name')?.textContent === name,
        words,
      );
      times.push((await page.evaluate(() => performance.now())) - start);
    }
    found.push(times);
    await page.close();
  }
  return found;
}
