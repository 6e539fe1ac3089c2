import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCorridor, type Rect } from '../../../lib/hover';

const card: Rect = { x: 100, y: 200, width: 300, height: 150 };
const apex = { x: 150, y: 100 };

describe('the corridor from a name to its card', () => {
  it('contains the straight way to every point of the card, from anywhere', () => {
    const unit = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    const anywhere = fc.record({ x: fc.integer({ min: -500, max: 900 }), y: fc.integer({ min: -500, max: 900 }) });
    fc.assert(
      fc.property(anywhere, unit, unit, unit, (from, u, v, way) => {
        const goal = { x: card.x + u * card.width, y: card.y + v * card.height };
        const p = { x: from.x + way * (goal.x - from.x), y: from.y + way * (goal.y - from.y) };
        // a slack of a hundredth of a pixel absorbs rounding on the edge of the hull
        return inCorridor(p, from, card, 0.01);
      }),
      { examples: [[{ x: 150, y: 200 }, 0.5, 0, 0.5]] },
    );
  });

  it('ends beside the triangle and behind the name', () => {
    expect(inCorridor({ x: 90, y: 120 }, apex, card, 0)).toBe(false);
    expect(inCorridor({ x: 300, y: 110 }, apex, card, 0)).toBe(false);
    expect(inCorridor({ x: 150, y: 90 }, apex, card, 0)).toBe(false);
    expect(inCorridor({ x: 150, y: 150 }, apex, card, 0)).toBe(true);
  });

  it.each([
    ['above', { x: 250, y: 100 }, { x: 250, y: 150 }],
    ['to the right', { x: 600, y: 275 }, { x: 500, y: 275 }],
    ['below', { x: 250, y: 500 }, { x: 250, y: 400 }],
    ['to the left', { x: 10, y: 275 }, { x: 50, y: 275 }],
  ])('from a name %s exists, and from nowhere else', (_where, name, way) => {
    expect(inCorridor(way, name, card, 0)).toBe(true);
    // The same step away from the card, and to both sides.
    const step = { x: way.x - name.x, y: way.y - name.y };
    for (const [x, y] of [
      [-step.x, -step.y],
      [step.y, step.x],
      [-step.y, -step.x],
    ] as const)
      expect(inCorridor({ x: name.x + x, y: name.y + y }, name, card, 0)).toBe(false);
  });

  it('is the card itself, to its edges, if the name is in the middle of it', () => {
    const inside = { x: 250, y: 275 };
    for (const [x, y, is] of [
      [100, 200, true],
      [400, 350, true],
      [99, 275, false],
      [401, 275, false],
      [250, 199, false],
      [250, 351, false],
    ] as const)
      expect([x, y, inCorridor({ x, y }, inside, card, 0)]).toEqual([x, y, is]);
  });

  it('reaches the corners of the widened card and no further', () => {
    const inside = { x: 250, y: 275 };
    for (const [x, y, is] of [
      [92, 192, true],
      [408, 358, true],
      [91, 192, false],
      [409, 358, false],
      [92, 359, false],
      [408, 191, false],
    ] as const)
      expect([x, y, inCorridor({ x, y }, inside, card, 8)]).toEqual([x, y, is]);
  });

  it('is wider than the card by the slack', () => {
    expect(inCorridor({ x: 95, y: 250 }, apex, card, 0)).toBe(false);
    expect(inCorridor({ x: 95, y: 250 }, apex, card, 8)).toBe(true);
  });

  it('does not run along the edge of the card when the name is in line with it', () => {
    expect(inCorridor({ x: 900, y: 200 }, { x: 20, y: 200 }, card, 0)).toBe(false);
  });
});
