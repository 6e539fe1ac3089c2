/** What Chromium itself wrote down of a page: tasks, timers, frames and when they reached the screen. Times in ms. */
import type { CDPSession, Page } from 'playwright-core';

export interface TraceEvent {
  readonly name: string;
  /** X: whole, with a duration; b and e: begin and end; I, R, n: a moment. */
  readonly ph: string;
  /** ms of the browser's monotonic clock. */
  readonly at: number;
  /** ms; 0 for a moment. */
  readonly lasted: number;
  /** ms that the thread itself was at work, without the time that other programs had the processor. */
  readonly busy: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: Readonly<Record<string, unknown>>;
}

interface RawEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

export interface Recording {
  /** Everything from the start on, by time. */
  stop(): Promise<readonly TraceEvent[]>;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', '__metadata'];

export async function record(page: Page): Promise<Recording> {
  const session = await page.context().newCDPSession(page);
  const events: RawEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as RawEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  return {
    async stop() {
      await ended(session);
      await session.detach();
      return events
        .map(({ name, ph, ts, dur = 0, tdur = 0, pid, tid, args = {} }) => {
          return { name, ph, at: ts / 1000, lasted: dur / 1000, busy: tdur / 1000, pid, tid, args };
        })
        .sort((one, other) => one.at - other.at || other.lasted - one.lasted);
    },
  };
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<{ dataLossOccurred: boolean }>((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  if ((await complete).dataLossOccurred) throw new Error('the browser could not write down everything');
}

/** `args.data`, where most events keep what they are about. */
export const dataOf = ({ args }: TraceEvent): Readonly<Record<string, unknown>> =>
  (args.data ?? {}) as Readonly<Record<string, unknown>>;

/** Each task of a thread with what happened in it. */
export function tasksOf(thread: readonly TraceEvent[]): { task: TraceEvent; parts: TraceEvent[] }[] {
  const tasks: { task: TraceEvent; parts: TraceEvent[] }[] = [];
  for (const event of thread) {
    const last = tasks.at(-1);
    if (event.name === 'RunTask') {
      if (event.ph === 'X') tasks.push({ task: event, parts: [] });
    } else if (last && event.at < last.task.at + last.task.lasted) last.parts.push(event);
  }
  return tasks;
}

/** Without what runs inside another of them. */
export function outermost(parts: readonly TraceEvent[]): TraceEvent[] {
  const outer: TraceEvent[] = [];
  for (const part of parts) {
    const around = outer.at(-1);
    if (!around || part.at >= around.at + around.lasted) outer.push(part);
  }
  return outer;
}
