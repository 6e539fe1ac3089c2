/**
 * How soon the panel beside a story shows something, and its names, in a real Chromium: from the beginning of the navigation.
 * A text file of the extension is opened in turns with it: what the browser needs to show anything at all on this machine, now.
 */
import { loadavg } from 'node:os';
import { openSession, type Session } from '../browser/extension/session';
import { type BenchRow, median } from './measure';

const ROUNDS = 15;
const WARM_UP = 3;
const PAINT_MS = 150;
const NAMES_MS = 400;
const RATIO = 2;

export async function bench(): Promise<BenchRow[]> {
  const session = await openSession();
  try {
    await session.set({});
    await session.open('/stories/iran-allies-calm.html');
    const panel = `${session.extension}/panel.html?tab=${await session.tabId()}`;
    const nothing = `${session.extension}/manifest.json`;
    const times: { paint: number[]; bare: number[]; names: number[] } = { paint: [], bare: [], names: [] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const bare = await opened(session, nothing, null);
      const { paint, names } = await opened(session, panel, '.glossary-name');
      if (round < WARM_UP) continue;
      times.bare.push(bare.paint);
      times.paint.push(paint);
      times.names.push(names);
    }
    const [paint, bare, names] = [median(times.paint), median(times.bare), median(times.names)];
    console.error(
      `panel, machine load ${loadavg()[0]?.toFixed(1)}, ms (median of ${ROUNDS}): first paint ${paint.toFixed(0)}, of a text file ${bare.toFixed(0)}, names ${names.toFixed(0)}`,
    );
    return [
      row('first paint', paint, PAINT_MS),
      row('the names of a story of 49', names, NAMES_MS),
      {
        what: 'the first paint, compared with that of a text file of the extension',
        measured: paint / bare,
        unit: '×',
        limit: RATIO,
        bound: 'at most',
      },
    ];
  } finally {
    await session.close();
  }
}

const row = (what: string, measured: number, limit: number): BenchRow => ({
  what: `panel beside a story: navigation → ${what}, median of ${ROUNDS}`,
  measured,
  unit: 'ms',
  limit,
  bound: 'at most',
});

/** ms from the beginning of the navigation, by the page's own clock; names: to the frame after the first stands there. */
async function opened(session: Session, address: string, first: string | null) {
  const page = await session.context.newPage();
  try {
    await page.goto(address);
    return await page.evaluate(async (selector) => {
      let names = 0;
      for (let seen = false; !seen || performance.getEntriesByName('first-contentful-paint').length === 0; ) {
        const now = await new Promise<number>((next) => requestAnimationFrame(next));
        if (!seen) names = now;
        seen ||= selector === null || document.querySelector(selector) !== null;
      }
      return { paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, names };
    }, first);
  } finally {
    await page.close();
  }
}
