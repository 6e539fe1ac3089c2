import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCorridor, type Rect } from '../../../lib/hover';

const card: Rect = { x: 100, y: 200, width: 300, height: 150 };
const apex = { x: 150, y: 100 };

describe('the corridor from a name to its card', () => {
  it('holds the straight way to every point of the card, from anywhere', () => {
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

  it('is wider than the card by the slack', () => {
    expect(inCorridor({ x: 95, y: 250 }, apex, card, 0)).toBe(false);
    expect(inCorridor({ x: 95, y: 250 }, apex, card, 8)).toBe(true);
  });

  it('does not reach along the edge of the card when the name lies on that line', () => {
    expect(inCorridor({ x: 900, y: 200 }, { x: 20, y: 200 }, card, 0)).toBe(false);
  });
});
