// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { initialHover, timeToLook } from '../../../lib/hover';
import { type Whereabouts, watchPointer } from '../../../lib/page';
import { defaultView } from '../../../lib/page/dom/dom';
import type { PointerMove } from '../../../lib/page/point/pointer';

/** Moves that a hand makes while nothing is open: which are looked at, and that none on which it stops is lost. */

let end: AbortController;
let clock: number;
let moves: PointerMove[];
let passed: number;
let gone: number;
/** Points at which the page was asked what lies there. */
let hits: string[];
let trusted: boolean;
let whereabouts: Whereabouts;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  clock = 10_000;
  moves = [];
  hits = [];
  passed = 0;
  gone = 0;
  trusted = true;
  whereabouts = { leave: null };
  // The window as the browser's own accessor gives it, which in happy-dom is not the global one.
  const view = defaultView(document);
  if (!view) throw new Error('no window');
  vi.spyOn(view.performance, 'now').mockImplementation(() => clock);
  vi.spyOn(view, 'setTimeout').mockImplementation(((run: () => void, ms: number) => setTimeout(run, ms)) as never);
  vi.spyOn(view, 'clearTimeout').mockImplementation((timer) => clearTimeout(timer));
  watchPointer({
    doc: document,
    top: window,
    whereabouts,
    isOwn: () => false,
    hit: (_doc, x, y) => {
      hits.push(`${x},${y}`);
      return null;
    },
    timeToLook: (...of) => timeToLook(initialHover(), ...of),
    passing: () => {
      passed += 1;
    },
    moved: (move) => moves.push(move),
    gone: () => {
      gone += 1;
    },
    signal: end.signal,
  });
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** `at`: when the hand moved; by default just now. */
function send(type: string, x: number, { at = clock, ...more }: PointerEventInit & { at?: number } = {}) {
  const event = new PointerEvent(type, { clientX: x, clientY: 5, bubbles: true, ...more });
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  Object.defineProperty(event, 'timeStamp', { value: at });
  document.body.dispatchEvent(event);
}
async function pass(ms: number) {
  clock += ms;
  await vi.advanceTimersByTimeAsync(ms);
}

it('examines a moving pointer once, where it stops, and reports how long ago that was', async () => {
  send('pointermove', 0);
  expect(hits).toEqual(['0,5']);
  for (let step = 1; step <= 60; step++) {
    await pass(16);
    send('pointermove', step * 24);
  }
  expect(hits).toEqual(['0,5']);
  expect(passed).toBe(60);
  const stopped = clock;
  await pass(90);
  expect(hits).toEqual(['0,5', '1440,5']);
  expect(moves.at(-1)).toMatchObject({ x: 1440, time: stopped });
  expect(moves.at(-1)?.late).toBeGreaterThanOrEqual(79);
  expect(moves.at(-1)?.late).toBeLessThanOrEqual(90);
});

it('examines a slow pointer at intervals, and where it stops', async () => {
  send('pointermove', 0);
  for (let step = 1; step <= 60; step++) {
    await pass(16);
    send('pointermove', step);
  }
  await pass(100);
  expect(hits.length).toBeGreaterThan(10);
  expect(hits.length).toBeLessThan(25);
  expect(hits.at(-1)).toBe('60,5');
});

it('examines the pointer at once when a button is released', async () => {
  send('pointermove', 0);
  await pass(1);
  send('pointerup', 300);
  expect(hits).toEqual(['0,5', '300,5']);
  expect(moves.at(-1)?.late).toBe(0);
});

it('drops a postponed check when the pointer has entered a frame, and the other way round', async () => {
  send('pointermove', 0);
  await pass(10);
  send('pointermove', 300);
  whereabouts.leave?.();
  await pass(200);
  expect(hits).toEqual(['0,5']);
  const frame = vi.fn();
  whereabouts.leave = frame;
  send('pointermove', 310);
  send('pointermove', 320);
  expect(frame).toHaveBeenCalledTimes(1);
});

it('reports how late it heard of a move that it checks at once', () => {
  const then = clock;
  clock += 12;
  send('pointermove', 40, { at: then });
  expect(moves.at(-1)).toMatchObject({ x: 40, time: then, late: 12 });
});

it('does not take a busy page for a pointer at rest', async () => {
  send('pointermove', 0);
  await pass(10);
  send('pointermove', 300);
  clock += 3_000;
  await vi.advanceTimersByTimeAsync(90);
  expect(moves.at(-1)).toMatchObject({ x: 300, late: 100 });
});

it('drops what it postponed when the pointer leaves, or the visit ends', async () => {
  send('pointermove', 0);
  await pass(1);
  send('pointermove', 300);
  const left = new PointerEvent('pointerleave');
  Object.defineProperty(left, 'isTrusted', { value: true });
  document.documentElement.dispatchEvent(left);
  expect(gone).toBe(1);
  await pass(1_000);
  expect(hits).toEqual(['0,5']);
  send('pointermove', 0);
  await pass(1);
  send('pointermove', 300);
  end.abort();
  await pass(1_000);
  expect(hits).toEqual(['0,5', '0,5']);
});

it('ignores fingers, and events made up by the page', async () => {
  send('pointermove', 0, { pointerType: 'touch' });
  trusted = false;
  send('pointermove', 0);
  await pass(1_000);
  expect(hits).toEqual([]);
});
