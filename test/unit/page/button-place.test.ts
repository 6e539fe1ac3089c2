/** Where the button beside a selection goes, by numbers alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../lib/page/dom/frames';
import { placeButton } from '../../../lib/page/show/button-place';

const SIZE = { width: 140, height: 30 };
const WINDOW: Box = { x: 0, y: 0, width: 1_000, height: 700 };
const line = (x: number, y: number, width: number): Box => ({ x, y, width, height: 20 });
const place = (lines: readonly Box[], more: object = {}) =>
  placeButton({ size: SIZE, lines, taken: [], visible: WINDOW, touched: false, ...more });

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the button beside a selection', () => {
  it('is above the first line, over its middle', () => {
    expect(place([line(400, 300, 100)])).toEqual({ x: 380, y: 264, ...SIZE });
    expect(place([line(700, 300, 100), line(100, 324, 40)])).toEqual({ x: 680, y: 264, ...SIZE });
  });

  it('is below the last line if there is no room above, or a card is there', () => {
    expect(place([line(400, 30, 100), line(100, 54, 80)])).toEqual({ x: 70, y: 80, ...SIZE });
    const card = { x: 300, y: 100, width: 380, height: 180 };
    expect(place([line(400, 300, 100)], { taken: [card] })).toEqual({ x: 380, y: 326, ...SIZE });
  });

  it('goes into the line itself only if there is no room above or below: after the words, else before them', () => {
    const visible = { ...WINDOW, height: 60 };
    expect(place([line(400, 20, 100)], { visible })).toEqual({ x: 506, y: 15, ...SIZE });
    expect(place([line(400, 20, 520)], { visible })).toEqual({ x: 254, y: 15, ...SIZE });
    expect(place([line(60, 20, 880)], { visible })).toBeNull();
  });

  it('leaves room for the selection handles on touch screens, and for the browser’s own menu above', () => {
    expect(place([line(400, 300, 100)], { touched: true })).toEqual({ x: 380, y: 352, ...SIZE });
    expect(place([line(400, 660, 100)], { touched: true })).toEqual({ x: 380, y: 624, ...SIZE });
  });

  it('keeps away from the edges of the visible area, also when zoomed in', () => {
    expect(place([line(2, 300, 30)])?.x).toBe(4);
    expect(place([line(970, 300, 30)])?.x).toBe(856);
    const visible = { x: 500, y: 300, width: 300, height: 200 };
    expect(place([line(480, 310, 60)], { visible })).toEqual({ x: 504, y: 336, ...SIZE });
  });

  it('is not shown if the words are out of sight', () => {
    expect(place([line(400, -40, 100)])).toBeNull();
    expect(place([line(400, 701, 100)])).toBeNull();
    expect(place([])).toBeNull();
    // Of what is partly in sight that part counts.
    expect(place([line(400, -40, 100), line(300, 10, 100)])).toEqual({ x: 280, y: 36, ...SIZE });
  });

  it('never covers a line or a card, and is entirely visible', () => {
    const px = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((half) => half / 2);
    const box = fc.record({ x: px(-200, 1_200), y: px(-200, 900), width: px(1, 600), height: px(1, 300) });
    const visible = fc.record({ x: px(0, 200), y: px(0, 200), width: px(160, 1_400), height: px(40, 900) });
    let placed = 0;
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 4 }),
        fc.array(box, { maxLength: 2 }),
        visible,
        fc.boolean(),
        (...given) => {
          const [lines, taken, visible, touched] = given;
          const spot = placeButton({ size: SIZE, lines, taken, visible, touched });
          if (!spot) return;
          placed++;
          for (const one of [...lines, ...taken]) expect(overlaps(spot, one)).toBe(false);
          expect(spot.x).toBeGreaterThanOrEqual(visible.x);
          expect(spot.y).toBeGreaterThanOrEqual(visible.y);
          expect(spot.x + spot.width).toBeLessThanOrEqual(visible.x + visible.width);
          expect(spot.y + spot.height).toBeLessThanOrEqual(visible.y + visible.height);
        },
      ),
    );
    expect(placed).toBeGreaterThan(10);
  });
});
