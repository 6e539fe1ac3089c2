// @vitest-environment happy-dom
/** Where a card goes, by numbers alone: over no line of the mention, within what is visible, no taller than a card may be. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as dom from '../../../lib/page/dom/dom';
import type { Box } from '../../../lib/page/dom/frames';
import { anchorOf, placeBeside, visibleBox } from '../../../lib/page/show/card-place';

const viewOf = ({ x, y, width, height }: Box): Window =>
  ({ document, visualViewport: { offsetLeft: x, offsetTop: y, width, height } }) as unknown as Window;
const screen = (width: number, height: number): Box => ({ x: 0, y: 0, width, height });

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const isWithin = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

const px = (min: number, max: number) => fc.integer({ min: min * 4, max: max * 4 }).map((n) => n / 4);
const visible = fc.record({ x: px(0, 300), y: px(0, 300), width: px(320, 2_000), height: px(150, 1_400) });
/** Lines of one mention: wrapped, or torn over columns. */
const lines = fc
  .record({
    x: px(-100, 1_800),
    y: px(-100, 1_500),
    height: px(8, 60),
    widths: fc.array(px(4, 500), { minLength: 1, maxLength: 4 }),
    column: fc.option(fc.record({ x: px(-900, 900), y: px(-900, 900) })),
  })
  .map(({ x, y, height, widths, column }) =>
    widths.map((width, at): Box => {
      const other = column && at > 0 ? column : { x: 0, y: 0 };
      return { x: x + other.x, y: y + other.y + at * height * 1.4, width, height };
    }),
  );
const situation = fc
  .record({ visible, lines, at: fc.nat(), width: px(304, 380), height: px(20, 3_000) })
  .map(({ visible, lines, at, width, height }) => ({
    visible,
    lines,
    line: lines[at % lines.length] as Box,
    // As the host makes it: never wider than the window less its margins.
    card: { width: Math.min(width, visible.width - 16), height },
  }));

/** CSS px above and below words. */
const roomAround = (words: Box, visible: Box) =>
  [words.y - 6 - 8 - visible.y, visible.y + visible.height - 8 - (words.y + words.height + 6)] as const;

describe('a card beside words', () => {
  it('covers no line of the mention, is within the visible area, and no taller than allowed', async () => {
    let placed = 0;
    await fc.assert(
      fc.asyncProperty(situation, async ({ visible, lines, line, card }) => {
        const spot = await placeBeside(card, line, lines, viewOf(visible));
        if (!spot) return;
        placed++;
        const box = { ...spot, width: card.width };
        for (const one of lines) expect(overlaps(box, one)).toBe(false);
        // Half a pixel: the browser rounds what is visible, too.
        const roomy = { x: visible.x - 1, y: visible.y - 1, width: visible.width + 2, height: visible.height + 2 };
        expect(isWithin(box, roomy)).toBe(true);
        expect(spot.height).toBeGreaterThan(0);
        expect(spot.height).toBeLessThanOrEqual(Math.min(480, card.height));
        expect(Number.isInteger(spot.height)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(placed).toBeGreaterThan(300);
  });

  it('is below the words if there is room for any card, else on the larger side', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async ({ visible, lines: [line], card }) => {
        const one = line as Box;
        const [above, below] = roomAround(one, visible);
        const enough = Math.max(280, visible.height * 0.45);
        fc.pre(overlaps(one, visible) && Math.max(above, below) >= 160);
        const spot = await placeBeside(card, one, [one], viewOf(visible));
        const isBelow = below >= enough || (above < enough && below >= above);
        const height = Math.floor(Math.min(card.height, 480, isBelow ? below : above));
        expect(spot?.height).toBe(height);
        expect(spot?.y).toBe(isBelow ? one.y + one.height + 6 : one.y - 6 - height);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its side and its edge at the words while it grows', async () => {
    let grown = 0;
    await fc.assert(
      fc.asyncProperty(situation, px(72, 3_000), async ({ visible, lines: [line], card }, height) => {
        const one = line as Box;
        const before = await placeBeside({ ...card, height: Math.max(72, card.height) }, one, [one], viewOf(visible));
        const after = await placeBeside({ ...card, height }, one, [one], viewOf(visible));
        expect(before === null).toBe(after === null);
        if (!before || !after) return;
        const edge = ({ x, y, height }: { x: number; y: number; height: number }) =>
          y >= one.y + one.height ? [x, y] : y + height <= one.y ? [x, y + height] : [x];
        expect(edge(after)).toEqual(edge(before));
        if (before.height !== after.height) grown++;
      }),
      { numRuns: 1_000 },
    );
    expect(grown).toBeGreaterThan(100);
  });

  it('has a place whenever there is room above or below', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async ({ visible, lines: [line], card }) => {
        const one = line as Box;
        fc.pre(overlaps(one, visible) && Math.max(...roomAround(one, visible)) >= 72);
        expect(await placeBeside(card, one, [one], viewOf(visible))).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('has no place if its words are out of sight, or fill the window', async () => {
    const card = { width: 380, height: 240 };
    const view = viewOf(screen(1_000, 700));
    for (const line of [
      { x: 100, y: -30, width: 80, height: 20 },
      { x: 100, y: 700, width: 80, height: 20 },
      { x: 1_001, y: 100, width: 80, height: 20 },
    ]) {
      expect(await placeBeside(card, line, [line], view)).toBeNull();
    }
    const all = { x: 0, y: 20, width: 1_000, height: 660 };
    expect(await placeBeside(card, all, [all], view)).toBeNull();
  });

  it('goes above if there is more room, and keeps 6 px from the words', async () => {
    const line = { x: 100, y: 600, width: 80, height: 20 };
    const spot = await placeBeside({ width: 380, height: 240 }, line, [line], viewOf(screen(1_000, 700)));
    expect(spot).toEqual({ x: 100, y: 600 - 6 - 240, height: 240 });
  });

  it('scrolls below the words rather than cover the text beside them', async () => {
    const line = { x: 100, y: 100, width: 80, height: 20 };
    const spot = await placeBeside({ width: 380, height: 3_000 }, line, [line], viewOf(screen(1_400, 500)));
    expect(spot).toEqual({ x: 100, y: 126, height: 500 - 126 - 8 });
  });

  it.each([
    [950, 1_000 - 380 - 8],
    [0, 8],
  ])(
    'stays below words at one side of the window (%d), 8 px from its edge, not beside them over their line',
    async (x, at) => {
      const line = { x, y: 100, width: 40, height: 20 };
      const spot = await placeBeside({ width: 380, height: 240 }, line, [line], viewOf(screen(1_000, 700)));
      expect(spot).toEqual({ x: at, y: 126, height: 240 });
    },
  );
});

describe('the line that a card is attached to', () => {
  it('extends over the neighbouring lines, but not over another column', () => {
    const first = { x: 300, y: 100, width: 80, height: 20 };
    const next = { x: 20, y: 124, width: 60, height: 20 };
    const column = { x: 500, y: 400, width: 60, height: 20 };
    expect(anchorOf(first, [first, next, column])).toEqual({ x: 300, y: 100, width: 80, height: 44 });
    expect(anchorOf(column, [first, next, column])).toEqual(column);
  });

  it('has its line in it and keeps its width, whatever the lines are', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, at) => {
        const line = all[at % all.length] as Box;
        const anchor = anchorOf(line, all);
        expect([anchor.x, anchor.width]).toEqual([line.x, line.width]);
        expect(anchor.y).toBeLessThanOrEqual(line.y);
        expect(anchor.y + anchor.height).toBeGreaterThanOrEqual(line.y + line.height - 1e-9);
      }),
    );
  });
});

it('the visible area is the zoomed part, or the window without its scroll bars', () => {
  expect(visibleBox(viewOf({ x: 5, y: 6, width: 300, height: 200 }))).toEqual({ x: 5, y: 6, width: 300, height: 200 });
  vi.spyOn(dom, 'clientWidth').mockReturnValue(985);
  vi.spyOn(dom, 'clientHeight').mockReturnValue(685);
  expect(visibleBox({ visualViewport: null, document } as unknown as Window)).toEqual(screen(985, 685));
  vi.restoreAllMocks();
});
