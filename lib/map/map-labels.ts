/** Places the labels of a map, each beside or on what it names, if there is room. */

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

export interface MapLabel {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** `other`: the story's places other than the map's subject. */
  readonly kind: 'town' | 'country' | 'other' | 'neighbour';
}

/** Rough width of a letter, relative to the font size. */
const LETTER = 0.62;
const SIZES = { town: 12, country: 12, other: 10, neighbour: 10 } as const;
/** px from its point. */
const GAP = 7;
/** px, radius. */
const RING = 9;

export interface Wanted extends Omit<MapLabel, 'anchor'> {
  /** Has its point a ring? */
  readonly isRinged?: boolean;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Towns first, then the story's countries, its other places, neighbours. What does not fit is left to the list. */
export function spreadLabels(
  wanted: readonly Wanted[],
  points: readonly { readonly x: number; readonly y: number; readonly isRinged?: boolean }[],
  { width, height }: MapSize,
): MapLabel[] {
  const taken: Frame[] = points.map(({ x, y, isRinged = false }) => {
    const half = isRinged ? RING : 4;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  });
  const order = { town: 0, country: 1, other: 2, neighbour: 3 } as const;
  return [...wanted]
    .sort((one, other) => order[one.kind] - order[other.kind])
    .flatMap((label) => {
      for (const place of placesFor(label)) {
        const frame = frameOf(place);
        const isIn = frame.left >= 2 && frame.right <= width - 2 && frame.top >= 2 && frame.bottom <= height - 2;
        if (!isIn || taken.some((other) => overlap(frame, other))) continue;
        taken.push(frame);
        return [place];
      }
      return [];
    });
}

function placesFor(label: Wanted): MapLabel[] {
  const { words, x, y, kind, isRinged = false } = label;
  const size = SIZES[kind];
  const at = (dx: number, dy: number, anchor: MapLabel['anchor']): MapLabel => ({
    words,
    kind,
    x: x + dx,
    y: y + dy,
    anchor,
  });
  if (kind === 'country' || kind === 'neighbour')
    return [0, size * 1.3, -size * 1.3, size * 2.6, -size * 2.6].map((dy) => at(0, dy + size / 3, 'middle'));
  const gap = isRinged ? RING + 4 : GAP;
  return [
    at(gap, size / 3, 'start'),
    at(-gap, size / 3, 'end'),
    at(0, -gap, 'middle'),
    at(0, gap + size * 0.8, 'middle'),
    at(gap, -size * 0.5, 'start'),
    at(gap, size * 1.1, 'start'),
    at(-gap, -size * 0.5, 'end'),
    at(-gap, size * 1.1, 'end'),
  ];
}

function frameOf({ words, x, y, anchor, kind }: MapLabel): Frame {
  const size = SIZES[kind];
  const wide = words.length * size * LETTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - size * 0.85, bottom: y + size * 0.25 };
}

const overlap = (one: Frame, other: Frame): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
