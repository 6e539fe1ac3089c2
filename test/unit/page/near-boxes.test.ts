// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createNearBoxes } from '../../../lib/page/show/near-boxes';

let observed: Set<Element>;
let tell: (entries: readonly { target: Element; isIntersecting: boolean }[]) => void;

beforeEach(() => {
  observed = new Set();
  document.body.innerHTML = '';
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(heard: typeof tell) {
        tell = heard;
      }
      observe(element: Element) {
        observed.add(element);
      }
      unobserve(element: Element) {
        observed.delete(element);
      }
      disconnect() {
        observed.clear();
      }
    },
  );
});

/** One paragraph for each number of characters; 0 stands for a picture. */
function paragraphs(...lengths: number[]): Map<Element, number> {
  const boxes = new Map<Element, number>();
  for (const length of lengths) {
    const element = document.createElement(length === 0 ? 'figure' : 'p');
    document.body.append(element);
    if (length > 0) boxes.set(element, length);
  }
  return boxes;
}

/** A viewport of `height` characters at `from`, if a character were a pixel high: which boxes touch it. */
function lookAt(boxes: ReadonlyMap<Element, number>, from: number, height: number): Element[] {
  let top = 0;
  const seen: Element[] = [];
  const entries: { target: Element; isIntersecting: boolean }[] = [];
  for (const [target, length] of boxes) {
    const bottom = top + length;
    if (observed.has(target)) {
      entries.push({ target, isIntersecting: bottom > from - height && top < from + 2 * height });
    }
    if (bottom > from && top < from + height) seen.push(target);
    top = bottom;
  }
  tell(entries);
  return seen;
}

it('observes one of many consecutive boxes, and the last', () => {
  const boxes = paragraphs(...Array.from({ length: 100 }, () => 300));
  createNearBoxes(1, () => {}).set(boxes);
  expect(observed.size).toBe(11);
  expect(observed.has([...boxes.keys()].at(-1)!)).toBe(true);
});

it('reports every visible box as near at any scroll position, and most of the others not', () => {
  const boxes = paragraphs(...Array.from({ length: 200 }, (_, nth) => 40 + ((nth * 397) % 900)));
  const near = createNearBoxes(1, () => {});
  near.set(boxes);
  const height = [...boxes.values()].reduce((sum, length) => sum + length, 0);
  for (let from = 0; from < height; from += 97) {
    const seen = lookAt(boxes, from, 2_000);
    expect([...near.near()]).toEqual(expect.arrayContaining(seen));
    expect(near.near().size).toBeLessThan(60);
  }
});

it('observes little more than is near, and recovers after a jump', () => {
  const boxes = paragraphs(...Array.from({ length: 4_000 }, () => 300));
  const changed = vi.fn();
  const near = createNearBoxes(1, changed);
  near.set(boxes);
  expect(observed.size).toBe(401);
  lookAt(boxes, 0, 2_000);
  expect(observed.size).toBeLessThan(20);
  changed.mockClear();
  lookAt(boxes, 0, 2_000);
  expect(changed).not.toHaveBeenCalled();
  // Nothing that is observed is there; the browser tells of what is observed anew with the next frame.
  lookAt(boxes, 900_000, 2_000);
  expect(observed.size).toBe(401);
  const seen = lookAt(boxes, 900_000, 2_000);
  expect([...near.near()]).toEqual(expect.arrayContaining(seen));
  expect(observed.size).toBeLessThan(40);
});

it('starts a group after anything in between, and ends one before it', () => {
  const boxes = paragraphs(100, 100, 100, 0, 100, 100, 100);
  createNearBoxes(1, () => {}).set(boxes);
  const all = [...boxes.keys()];
  expect([...observed].map((element) => all.indexOf(element)).sort()).toEqual([0, 2, 3, 5]);
});

it('forgets removed boxes, and keeps what is near of the others', () => {
  const boxes = paragraphs(2_000, 2_000, 2_000);
  const [first, second, third] = [...boxes.keys()] as [Element, Element, Element];
  const changed = vi.fn();
  const near = createNearBoxes(1, changed);
  near.set(boxes);
  tell([
    { target: first, isIntersecting: true },
    { target: third, isIntersecting: true },
  ]);
  expect(changed).toHaveBeenCalledTimes(1);
  expect([...near.near()]).toEqual([first, second, third]);
  near.set(
    new Map([
      [first, 2_000],
      [second, 2_000],
    ]),
  );
  expect([...observed]).toEqual([first, second]);
  expect([...near.near()]).toEqual([first]);
  near.end();
  expect(observed.size).toBe(0);
});
