/**
 * What a card's frame costs in memory: the total of all browser processes before the pointer comes over a story, and
 * once a card is shown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { openSession, until } from '../browser/extension/session';
import { ownWorld } from '../tools/own-world';
import { markedWords, restOn, spotOf } from '../tools/point-at';
import { waitForCard } from '../tools/read-card';
import { type BenchRow, median } from './measure';

const ROUNDS = 5;
const SETTLED_MS = 3_000;
/** MB; the issue of the border named 13 for what was tried there. */
const LIMIT_MB = 20;

export async function bench(): Promise<BenchRow[]> {
  const session = await openSession();
  try {
    const { page } = session;
    const costs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await session.open('/stories/iran-allies-calm.html');
      await page.waitForTimeout(SETTLED_MS);
      const before = heldByBrowser();
      const [words = ''] = await markedWords(ownWorld(page));
      const place = await spotOf(ownWorld(page), words);
      if (!place) throw new Error(`“${words}” is not in view`);
      await restOn(page, place);
      await waitForCard(page);
      await page.waitForTimeout(SETTLED_MS);
      costs.push(heldByBrowser() - before);
      await page.keyboard.press('Escape');
      await page.goto('about:blank');
      await until(() => page.frames().length === 1, 'the frame stays');
    }
    console.error(`memory of a card, MB: ${costs.map((cost) => cost.toFixed(1)).join(', ')}`);
    return [
      {
        what: `memory of all processes: with a card, above the story without one, median of ${ROUNDS}`,
        measured: median(costs),
        unit: 'MB',
        limit: LIMIT_MB,
        bound: 'at most',
      },
    ];
  } finally {
    await session.close();
  }
}

/** MB that the browsers of this machine hold, shared pages counted once (PSS, Linux). */
function heldByBrowser(): number {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!/chromium/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) continue;
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while it was looked at.
    }
  }
  return kilobytes / 1_000;
}
