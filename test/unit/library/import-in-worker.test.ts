// @vitest-environment happy-dom
/** Who lets files be imported, and when it ends the one who does it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ImportPlan,
  type ImportWorker,
  importInWorker,
  READING,
  STOPPING,
  STORING,
} from '../../../entrypoints/library/import-in-worker';
import type { FromImporter, ToImporter } from '../../../entrypoints/library/import-messages';

const REPORT = { added: 1, merged: 0, same: 0, notUnderstood: [] };

/** Answers to each file what its name stands for; a file of no answer keeps it busy for ever. */
function start(answers: Readonly<Record<string, readonly FromImporter[]>>, change: Partial<ImportPlan> = {}) {
  const workers: (ImportWorker & { sent: ToImporter[]; ended: boolean; says(message: FromImporter): void })[] = [];
  const openWorker = () => {
    const worker = {
      sent: [] as ToImporter[],
      ended: false,
      onmessage: null as ImportWorker['onmessage'],
      onerror: null as ImportWorker['onerror'],
      terminate() {
        worker.ended = true;
      },
      says(message: FromImporter) {
        worker.onmessage?.call({} as Worker, new MessageEvent('message', { data: message }));
      },
      postMessage(message: ToImporter) {
        worker.sent.push(message);
        if (message.type !== 'import') return;
        for (const answer of answers[message.name] ?? []) void Promise.resolve().then(() => worker.says(answer));
      },
    };
    workers.push(worker);
    return worker;
  };
  const ending = new AbortController();
  const plan = {
    openWorker,
    heading: 'Imported',
    committed: vi.fn(),
    entitiesNamed: async () => [],
    signal: ending.signal,
    ...change,
  };
  const files = Object.keys(answers).map((name) => new File(['x'], name));
  return { outcome: importInWorker(files, plan), workers, plan, cancel: () => ending.abort() };
}

const done: FromImporter = { type: 'done', report: REPORT };
const storing: FromImporter = { type: 'storing' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an import in a worker', () => {
  it('adds up the results of all files, with one worker, and ends it', async () => {
    const { outcome, workers, plan } = start({ a: [storing, { type: 'committed' }, done], b: [done] });
    expect(await outcome).toEqual({ state: 'read', ...REPORT, added: 2 });
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
    expect(plan.committed).toHaveBeenCalledTimes(1);
  });

  it('ends a worker that does not respond, reports that for its file, and continues with the others', async () => {
    const { outcome, workers } = start({ a: [done], frozen: [], b: [done] });
    await vi.advanceTimersByTimeAsync(READING - 1);
    expect(workers.map(({ ended }) => ended)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    const notUnderstood = [{ file: 'frozen', line: null, why: 'took-too-long', detail: '' }];
    expect(await outcome).toEqual({ state: 'read', ...REPORT, added: 2, notUnderstood });
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('waits longer for a worker that is storing, but not for ever', async () => {
    const { outcome, workers } = start({ a: [storing] });
    await vi.advanceTimersByTimeAsync(STORING - 1);
    expect(workers[0]?.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ state: 'read', added: 0, notUnderstood: [{ why: 'took-too-long' }] });
  });

  it('takes each question for a response, and answers it', async () => {
    const ana = { entity: 'ana', name: 'Ana', kind: null };
    const { outcome, workers } = start({ a: [] }, { entitiesNamed: async () => [ana] });
    for (let ask = 0; ask < 3; ask++) {
      await vi.advanceTimersByTimeAsync(READING - 1);
      workers[0]?.says({ type: 'whoIs', ask, name: 'Ana' });
    }
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]?.sent.slice(1)).toEqual([0, 1, 2].map((ask) => ({ type: 'named', ask, subjects: [ana] })));
    workers[0]?.says(done);
    expect(await outcome).toMatchObject({ state: 'read', added: 1 });
  });

  it('tells the worker that a question could not be answered', async () => {
    const { outcome, workers } = start({ a: [] }, { entitiesNamed: () => Promise.reject(new Error('asleep')) });
    workers[0]?.says({ type: 'whoIs', ask: 7, name: 'Ana' });
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]?.sent[1]).toEqual({ type: 'named', ask: 7, subjects: null });
    workers[0]?.says({ type: 'failed', detail: 'asleep' });
    expect(await outcome).toMatchObject({ state: 'failed', detail: 'asleep', unread: 1 });
  });

  it('survives a worker that crashes', async () => {
    const { outcome, workers } = start({ burst: [], b: [done] });
    workers[0]?.onerror?.call({} as Worker, new ErrorEvent('error', { cancelable: true }));
    expect(await outcome).toMatchObject({
      state: 'read',
      added: 1,
      notUnderstood: [{ file: 'burst', why: 'gave-up' }],
    });
    expect(workers).toHaveLength(2);
  });

  it('stops when the store fails, and counts what was imported and what was not', async () => {
    const { outcome } = start({ a: [done], b: [{ type: 'failed', detail: 'disk' }], c: [done] });
    expect(await outcome).toEqual({ state: 'failed', detail: 'disk', ...REPORT, unread: 2 });
  });
});

describe('a reader who stops the import', () => {
  it('ends a reading worker at once', async () => {
    const { outcome, workers, cancel } = start({ a: [done], b: [], c: [] });
    await vi.advanceTimersByTimeAsync(1);
    cancel();
    expect(await outcome).toEqual({ state: 'cancelled', ...REPORT, unread: 2 });
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });

  it.each([
    ['is told what was stored after all', done, { state: 'cancelled', ...REPORT, unread: 1 }],
    ['is told that nothing was', { type: 'cancelled' }, { state: 'cancelled', ...REPORT, added: 0, unread: 2 }],
  ] as const)('while a file is stored %s', async (_, answer, expected) => {
    const { outcome, workers, cancel } = start({ a: [storing], b: [done] });
    await vi.advanceTimersByTimeAsync(1);
    cancel();
    expect(workers[0]).toMatchObject({ ended: false });
    expect(workers[0]?.sent.at(-1)).toEqual({ type: 'cancel' });
    workers[0]?.says(answer);
    expect(await outcome).toEqual(expected);
  });

  it('does not wait for a worker that no longer responds', async () => {
    const { outcome, workers, cancel } = start({ a: [storing] });
    await vi.advanceTimersByTimeAsync(1);
    cancel();
    await vi.advanceTimersByTimeAsync(STOPPING);
    expect(await outcome).toMatchObject({ state: 'cancelled', added: 0, unread: 1 });
    expect(workers[0]?.ended).toBe(true);
  });
});
