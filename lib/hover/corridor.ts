/**
 * The corridor: the way of a pointer from a mention to its card. It is the convex hull of the point where the pointer
 * left the mention and the card's rectangle; while the pointer is inside it, the card must stay.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In viewport px; `right` and `bottom` are not stored, so that a rectangle cannot contradict itself. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Twice the signed area of triangle a b c; its sign says on which side of a→b point c lies. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  // A flat triangle has no inside: the sign test would accept every point on its line.
  if (turn(a, b, c) === 0) return false;
  const [ab, bc, ca] = [turn(a, b, p), turn(b, c, p), turn(c, a, p)];
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

function inRect(p: Point, rect: Rect): boolean {
  return p.x >= rect.x && p.x <= rect.x + rect.width && p.y >= rect.y && p.y <= rect.y + rect.height;
}

/** Is `p` between `apex` and the card? `slack` widens the card on each side, for unsteady hands. */
export function inCorridor(p: Point, apex: Point, card: Rect, slack: number): boolean {
  const wide: Rect = {
    x: card.x - slack,
    y: card.y - slack,
    width: card.width + 2 * slack,
    height: card.height + 2 * slack,
  };
  if (inRect(p, wide)) return true;
  const nw = { x: wide.x, y: wide.y };
  const ne = { x: wide.x + wide.width, y: wide.y };
  const se = { x: ne.x, y: wide.y + wide.height };
  const sw = { x: nw.x, y: se.y };
  // The hull of a point and a rectangle is the rectangle plus the triangles from the point to each side.
  return (
    inTriangle(p, apex, nw, ne) ||
    inTriangle(p, apex, ne, se) ||
    inTriangle(p, apex, se, sw) ||
    inTriangle(p, apex, sw, nw)
  );
}
