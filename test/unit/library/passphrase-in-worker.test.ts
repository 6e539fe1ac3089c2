/** Passphrases are stretched in a worker: what the page asks, what it hears, and what becomes of it when the worker breaks. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { passphraseInWorker, type WorkerOfPassphrases } from '../../../entrypoints/library/passphrase-in-worker';
import type { FromPassphraseWorker, ToPassphraseWorker } from '../../../entrypoints/library/passphrase-messages';
import { createRing, unlockRing } from '../../../lib/sync/vault';

const FAST = { workFactor: 1 };
const never = new AbortController().signal;
afterEach(() => vi.unstubAllGlobals());

/** The worker's own script, with what a worker has in place of a page's. Answers come late and in any order. */
async function openWorkers() {
  let hear: (event: { data: ToPassphraseWorker }) => void = () => {};
  const said: FromPassphraseWorker[] = [];
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
    hear = listener;
  });
  vi.stubGlobal('postMessage', (message: FromPassphraseWorker) => said.push(message));
  vi.resetModules();
  await import('../../../entrypoints/library/passphrase-worker');
  const opened: (WorkerOfPassphrases & { readonly asked: ToPassphraseWorker[]; ended: boolean })[] = [];
  const openWorker = (): WorkerOfPassphrases => {
    const worker = {
      asked: [] as ToPassphraseWorker[],
      ended: false,
      onmessage: null as WorkerOfPassphrases['onmessage'],
      onerror: null as WorkerOfPassphrases['onerror'],
      postMessage(message: ToPassphraseWorker) {
        worker.asked.push(message);
        hear({ data: structuredClone(message) });
      },
      terminate() {
        worker.ended = true;
      },
    };
    opened.push(worker as (typeof opened)[number]);
    return worker as WorkerOfPassphrases;
  };
  const deliver = async (count: number) => {
    await vi.waitFor(() => expect(said.length).toBeGreaterThanOrEqual(count));
    for (const data of said.splice(0).reverse()) opened.at(-1)?.onmessage?.call({} as never, { data } as never);
  };
  return { openWorker, opened, deliver };
}

describe('a passphrase in a worker', () => {
  it('creates and opens the same rings as the page would', async () => {
    const { openWorker, opened, deliver } = await openWorkers();
    const work = passphraseInWorker(openWorker, never);
    expect(opened).toHaveLength(0);
    const making = createRing('a long passphrase', { ...FAST, work });
    await deliver(1);
    const ring = await making;
    expect(await unlockRing([ring.wrapped], 'a long passphrase', null, FAST)).toEqual(ring);
    const opening = unlockRing([ring.wrapped], 'a long passphrase', null, { work });
    await deliver(1);
    expect(await opening).toEqual(ring);
    expect(opened.map(({ asked }) => asked.map(({ task }) => task))).toEqual([['seal', 'open']]);
  });

  it('matches each answer to its question', async () => {
    const { openWorker, deliver } = await openWorkers();
    const work = passphraseInWorker(openWorker, never);
    const { wrapped } = await createRing('a long passphrase', FAST);
    const answers = Promise.allSettled([
      work.open('a long passphrase', wrapped),
      work.open('another one', wrapped),
      work.open('a long passphrase', wrapped.slice(0, 30)),
    ]);
    await deliver(3);
    const [right, wrong, damaged] = await answers;
    expect(right).toMatchObject({ status: 'fulfilled', value: expect.any(Uint8Array) });
    expect(wrong).toEqual({ status: 'fulfilled', value: null });
    expect(damaged).toMatchObject({ status: 'rejected', reason: expect.objectContaining({ code: 'damaged' }) });
  });

  it('reports failure when the worker crashes or is ended, and starts again', async () => {
    const { openWorker, opened } = await openWorkers();
    const work = passphraseInWorker(openWorker, never);
    const one = work.open('x', new Uint8Array());
    opened[0]?.onerror?.call({} as never, { preventDefault: () => {} } as never);
    await expect(one).rejects.toMatchObject({ code: 'failed' });
    const two = work.open('x', new Uint8Array());
    work.end();
    await expect(two).rejects.toMatchObject({ code: 'failed' });
    expect(opened.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('is stopped by the reader at once, and starts nothing more', async () => {
    const { openWorker, opened } = await openWorkers();
    const stop = new AbortController();
    const work = passphraseInWorker(openWorker, stop.signal);
    const there = [new Uint8Array([1]), new Uint8Array([2])];
    const opening = unlockRing(there, 'a long passphrase', null, { work });
    await vi.waitFor(() => expect(opened[0]?.asked).toHaveLength(1));
    stop.abort();
    // Not taken for a key that was damaged: the second one would be tried then.
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(opened).toHaveLength(1);
    expect(opened[0]?.ended).toBe(true);
    await expect(work.seal('a long passphrase', 1, 'x')).rejects.toMatchObject({ name: 'AbortError' });
    expect(opened).toHaveLength(1);
  });
});
