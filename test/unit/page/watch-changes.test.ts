// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Dirty, watchChanges } from '../../../lib/page/watch/watch-changes';

/** How often a page that never rests is read anew. */

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  document.body.innerHTML = '<article></article>';
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Watches a page that changes every 50 ms unless it rests; each call reads so many characters. When it was called, in ms. */
async function toldWithin(ms: number, characters: number, rests = (_at: number) => false): Promise<number[]> {
  const told: number[] = [];
  const article = document.querySelector('article')!;
  const began = Date.now();
  const now = () => Date.now() - began;
  const tell = async (_: Dirty) => {
    told.push(now());
    return characters;
  };
  watchChanges({ doc: document, isOwn: () => false, tell, signal: end.signal, now }).add([article]);
  for (let at = 0; at < ms; at += 50) {
    if (!rests(at)) article.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(50);
  }
  return told;
}

it('calls back often at first, then every eight seconds', async () => {
  const told = await toldWithin(40_000, 0);
  expect(told[0]).toBeLessThan(500);
  expect(told.length).toBeGreaterThanOrEqual(8);
  expect(told.at(-1)! - told.at(-2)!).toBeLessThan(9_000);
});

it('calls back often again only after ten seconds without a change', async () => {
  const next = async (end: number) => {
    const told = await toldWithin(end + 10_000, 0, (at) => at >= 40_000 && at < end);
    return told.find((at) => at >= end)! - end;
  };
  expect(await next(60_000)).toBeLessThan(500);
  expect(await next(49_000)).toBeGreaterThan(5_000);
});

it('calls back the less often, the more there is to read', async () => {
  const told = await toldWithin(200_000, 5_000_000);
  expect(told[0]).toBeLessThan(500);
  expect(told.length).toBeGreaterThanOrEqual(4);
  for (const [nth, at] of told.slice(1).entries()) expect(at - told[nth]!).toBeGreaterThanOrEqual(50_000);
});

it('observes a limited number of trees, and only those in the document', async () => {
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const watch = watchChanges({ doc: document, isOwn: () => false, tell: async () => 0, signal: end.signal });
  const here = document.querySelector('article')!;
  watch.add(Array.from({ length: 5_000 }, () => document.createElement('div')));
  const before = observe.mock.calls.length;
  expect(before).toBeLessThanOrEqual(2_000);
  watch.add([here]);
  expect(observe.mock.calls.at(-1)?.[0]).toBe(here);
  expect(observe.mock.calls.length).toBe(before + 1);
});
