/**
 * Where the button stands beside selected words: above their first line, which has been read, else below their last
 * one, else beside them. Never over them or outside the visible part.
 */
import type { Box } from '../dom/frames';

/** CSS px between the words and the button. */
const GAP = 6;
/** The same for touch: the browser's handles hang below the words. */
const HANDLES = 32;
/** CSS px kept free at the window's edges. */
const EDGE = 4;

export interface ButtonSituation {
  readonly size: { readonly width: number; readonly height: number };
  /** The lines of the selected words, in reading order. */
  readonly lines: readonly Box[];
  /** What else must stay free: an open card. */
  readonly taken: readonly Box[];
  readonly visible: Box;
  /** Selected by touch: the browser's own menu is above the words. */
  readonly touched: boolean;
}

/** Its place in client coordinates; null if it would cover the words or they are out of sight. */
export function placeButton({ size, lines, taken, visible, touched }: ButtonSituation): Box | null {
  const inSight = lines.filter((line) => overlaps(line, visible));
  const [first, last] = [inSight[0], inSight.at(-1)];
  if (!first || !last) return null;
  const right = visible.x + visible.width - EDGE;
  const bottom = visible.y + visible.height - EDGE;
  const along = (wanted: number, length: number, start: number, end: number) =>
    Math.max(start + EDGE, Math.min(wanted, end - length));
  const over = ({ x, width }: Box) => along(x + (width - size.width) / 2, size.width, visible.x, right);
  const level = ({ y, height }: Box) => along(y + (height - size.height) / 2, size.height, visible.y, bottom);

  const above = { x: over(first), y: first.y - GAP - size.height };
  const below = { x: over(last), y: last.y + last.height + (touched ? HANDLES : GAP) };
  const behind = { x: Math.max(...inSight.map(({ x, width }) => x + width)) + GAP, y: level(last) };
  const before = { x: Math.min(...inSight.map(({ x }) => x)) - GAP - size.width, y: level(first) };
  const choices = touched ? [below, above, behind, before] : [above, below, behind, before];
  const found = choices
    .map((spot): Box => ({ ...spot, ...size }))
    .find((box) => isWithin(box, visible) && ![...lines, ...taken].some((one) => overlaps(box, one)));
  return found ?? null;
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (box: Box, around: Box): boolean =>
  box.x >= around.x &&
  box.y >= around.y &&
  box.x + box.width <= around.x + around.width &&
  box.y + box.height <= around.y + around.height;
