/**
 * A story of 200,000 words with real names, read by the built extension in a real Chromium: does the page feel us?
 *
 * Looked at from opening until all of it is scanned, then through long scrolls and over open cards. A task is ours when
 * our script ran in it; then all of it is counted, with the style, layout and rubbish collection that it led to.
 */

import { loadavg } from 'node:os';
import { openSession, type Session, until } from '../browser/extension/session';
import { serveFolder } from '../tools/serve-folder';
import { type BenchRow, median } from './measure';
import { percentile } from './percentile';
import { dataOf, outermost, record, type TraceEvent, tasksOf } from './trace';
import { asStory, words } from './word-page';

const WORDS = 200_000;
const LONGEST_TASK_MS = 50;
const SLICE_MS = 8;
/** ms below which a task is no slice of work but the hearing of an event; to count them would flatter the share. */
const WORK_MS = 0.5;
const SCANNED_WITHIN_MS = 120_000;
const SCROLLS = 12;
const SCANNED = 'bench: scanned';

export async function bench(): Promise<BenchRow[]> {
  const html = asStory(words(WORDS));
  const server = await serveFolder('/nowhere', (_, response, path) => {
    if (path !== '/large.html') return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    return true;
  });
  const session = await openSession();
  try {
    const address = `${server.origin}/large.html`;
    const { tasks, shift, marks, seconds } = await read(session, address);
    const ours = tasks.filter((task) => task.slice >= WORK_MS);
    const times = ours.map(({ slice }) => slice);
    console.error(
      `${WORDS} words, machine load ${loadavg()[0]?.toFixed(1)}: scanned after ${seconds.toFixed(1)} s, ${marks} mentions; ${tasks.length} tasks of ours, ${times.length} of ${WORK_MS} ms of work or more: median ${median(times).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms, ${times.reduce((sum, ms) => sum + ms, 0).toFixed(0)} ms in all`,
    );
    const most = (by: 'slice' | 'lasted') => tasks.toSorted((a, b) => b[by] - a[by]).slice(0, 5);
    for (const task of new Set([...most('lasted'), ...most('slice')]))
      console.error(
        `  ${task.slice.toFixed(1)} ms of work in ${task.lasted.toFixed(1)} ms at ${task.since.toFixed(0)} ms, ${task.phase}: ${task.what}`,
      );
    return [
      {
        what: `a page of ${WORDS.toLocaleString('en')} words: longest task of ours`,
        measured: Math.max(...tasks.map(({ lasted }) => lasted)),
        unit: 'ms',
        limit: LONGEST_TASK_MS,
        bound: 'at most',
      },
      {
        what: `the same: work of a slice of ours, p95 of ${times.length}`,
        measured: percentile(times, 0.95),
        unit: 'ms',
        limit: SLICE_MS,
        bound: 'at most',
      },
      { what: 'the same: layout shift', measured: shift, unit: '', limit: 0, bound: 'at most' },
    ];
  } finally {
    await session.close();
    await server.close();
  }
}

interface Task {
  readonly lasted: number;
  /** ms of it in which the thread was at work for us; time that other programs had the processor is not ours. */
  readonly slice: number;
  /** ms since the record began. */
  readonly since: number;
  readonly phase: string;
  /** The longest of its parts. */
  readonly what: string;
}

interface Read {
  readonly tasks: readonly Task[];
  readonly shift: number;
  readonly marks: number;
  readonly seconds: number;
}

async function read(session: Session, address: string): Promise<Read> {
  const { page } = session;
  await page.addInitScript(() => {
    const sum = { shift: 0 };
    Object.assign(window, { layoutShifts: sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const recording = await record(page);
  const began = Date.now();
  await page.goto(address);
  let mentions = 0;
  const tab = await session.tabId();
  const control = await session.control();
  await until(
    async () => {
      const glossary = await control.evaluate(async (tab) => {
        const call = { id: 0, type: 'reader.glossary', data: {}, timestamp: 0 };
        const answer = await chrome.tabs.sendMessage(tab, call, { frameId: 0 }).catch(() => null);
        const { state, entries } = answer?.res?.value ?? answer?.res ?? answer ?? {};
        return { state, count: entries?.length ?? 0 };
      }, tab);
      mentions = glossary.count;
      await page.waitForTimeout(300);
      return glossary.state === 'ready';
    },
    'the large page was never ready',
    SCANNED_WITHIN_MS,
  );
  const seconds = (Date.now() - began) / 1000;
  await page.evaluate((name) => performance.mark(name), SCANNED);
  for (let turn = 1; turn <= SCROLLS; turn++) {
    await page.evaluate(
      (share) => scrollTo({ top: share * document.body.scrollHeight, behavior: 'instant' }),
      turn / (SCROLLS + 1),
    );
    await page.mouse.move(420, 300 + 7 * turn, { steps: 6 });
    await page.waitForTimeout(700);
  }
  const shift = await page.evaluate(
    () => (window as unknown as { layoutShifts: { shift: number } }).layoutShifts.shift,
  );
  return { tasks: ourTasks(await recording.stop(), session.extension), shift, marks: mentions, seconds };
}

/**
 * Tasks of the page's main thread in which a script of the extension ran. Of a task that renders a frame, only the
 * scripts are ours: style, layout and paint of the page come with every frame, also without us.
 */
function ourTasks(events: readonly TraceEvent[], extension: string): Task[] {
  const isOurs = (event: TraceEvent) => String(dataOf(event).url ?? '').startsWith(extension);
  // Our own pages have processes and threads of their own; the thread in question paints the story.
  const thread = events.find((event) => event.name === SCANNED);
  if (!thread) throw new Error('the record misses its own mark');
  const here = events.filter(({ pid, tid, at }) => at > 0 && pid === thread.pid && tid === thread.tid);
  const start = here[0]?.at ?? 0;
  return tasksOf(here)
    .filter(({ parts }) => parts.some(isOurs))
    .map(({ task, parts }) => {
      const ours = outermost(parts.filter(isOurs));
      const renders = parts.some(({ name }) => name === 'Paint' || name === 'Commit');
      return {
        lasted: task.lasted,
        slice: renders ? ours.reduce((sum, { busy }) => sum + busy, 0) : task.busy,
        since: task.at - start,
        phase: task.at < thread.at ? 'scanning' : 'scrolling',
        what: parts
          .toSorted((one, other) => other.lasted - one.lasted)
          .slice(0, 4)
          .map((part) => `${part.name} ${part.lasted.toFixed(1)} ${String(dataOf(part).functionName ?? '')}`.trim())
          .join(', '),
      };
    });
}
