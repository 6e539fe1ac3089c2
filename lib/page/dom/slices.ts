/**
 * Long work in short slices, so that the page never waits for us.
 *
 * Work is a generator that yields often (each step well under a millisecond); the runner continues it until the slice
 * is used up, then yields the thread. Nothing here knows what the work is.
 */

/**
 * ms of work before the thread is yielded. The project's limit is 8; a late step (cold code, or garbage collection, of
 * which 3 ms were seen) must still fit.
 */
export const SLICE_MS = 4;

/** Anything that gives the page a turn and then returns. */
export type Pause = () => Promise<void>;

/** ms after which work continues even if the page is busy: a page that never rests is read too. */
const LONGEST_PAUSE_MS = 50;

interface SchedulerLike {
  yield?: () => Promise<void>;
  postTask?: (task: () => void, options: { priority: string; signal: AbortSignal }) => Promise<void>;
}

/** The page's own work goes first, but not for ever. */
function pageFirst(postTask: NonNullable<SchedulerLike['postTask']>): Promise<void> {
  return new Promise((done) => {
    const tooLate = new AbortController();
    const timer = setTimeout(() => {
      tooLate.abort();
      done();
    }, LONGEST_PAUSE_MS);
    const goOn = () => {
      clearTimeout(timer);
      done();
    };
    // Rejects when it is aborted.
    postTask(goOn, { priority: 'background', signal: tooLate.signal }).catch(() => {});
  });
}

function messageChannelPause(): Promise<void> {
  return new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      done();
    };
    channel.port2.postMessage(null);
  });
}

/** This browser's best pause. Not `setTimeout`: nested ones are clamped to 4 ms, and to 1 s in the background. */
export function bestPause(scope: { scheduler?: SchedulerLike } = globalThis as { scheduler?: SchedulerLike }): Pause {
  const { scheduler } = scope;
  const { postTask, yield: giveWay } = scheduler ?? {};
  // `scheduler.yield` alone would put us at the head of the queue.
  if (postTask) return () => pageFirst(postTask.bind(scheduler));
  if (giveWay) return () => giveWay.call(scheduler);
  return messageChannelPause;
}

export interface SliceOptions {
  readonly signal: AbortSignal;
  readonly pause?: Pause;
  readonly now?: () => number;
  /** Called with the duration of each slice in ms. */
  readonly onSlice?: (ms: number) => void;
}

/** Runs `work` to completion in slices. Rejects with the signal's reason if aborted. */
export async function inSlices<Result>(work: Generator<void, Result>, options: SliceOptions): Promise<Result> {
  const { signal, pause = bestPause(), now = () => performance.now(), onSlice } = options;
  for (;;) {
    signal.throwIfAborted();
    const start = now();
    let step = work.next();
    while (!step.done && now() - start < SLICE_MS) step = work.next();
    onSlice?.(now() - start);
    if (step.done) return step.value;
    await pause();
  }
}
