/** A map as paths, points and words that do not cover one another. */
import { type GeoProjection, geoMercator, geoPath } from 'd3-geo';
import type { EntityKey } from '../../lib/facts';
import type { MapData } from './map-data';
import { type Box, boxOf, type MapView, mainPart } from './map-view';

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

export interface MapLabel {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly kind: 'town' | 'country' | 'neighbour';
}

export interface MapPicture {
  readonly land: readonly { readonly name: string; readonly d: string; readonly isHere: boolean }[];
  readonly points: readonly { readonly entity: EntityKey; readonly x: number; readonly y: number }[];
  readonly labels: readonly MapLabel[];
}

const PADDING = 16;
/** A letter is about so wide, for its size. */
const LETTER = 0.62;
const SIZES = { town: 12, country: 12, neighbour: 10 } as const;
/** From its point. */
const GAP = 7;
/** A neighbour of which hardly anything is seen needs no name. */
const LEAST_NEIGHBOUR = 1_600;
/** The Mercator projection ends before the poles. */
const FURTHEST = 80;

export function mapPicture(view: MapView, { countries }: MapData, { width, height }: MapSize): MapPicture {
  const { west, east, south, north } = view.box;
  const middle = (west + east) / 2;
  const [low, high] = [Math.max(south, -FURTHEST), Math.min(north, FURTHEST)];
  const corners = [
    [west, low],
    [east, low],
    [west, high],
    [east, high],
  ].map(([x = 0, y = 0]): [number, number] => [x, y]);
  const projection = geoMercator()
    .rotate([-middle, 0])
    // Straight lines between points of an outline: they lie close enough.
    .precision(0)
    .fitExtent(
      [
        [PADDING, PADDING],
        [width - PADDING, height - PADDING],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
  const path = geoPath(projection).digits(1);
  const here = new Map(
    view.shown.flatMap(({ country, place, point }) => (country ? [[country, point ? null : place.name]] : [])),
  );
  for (const { country, place, point } of view.shown) if (country && point === null) here.set(country, place.name);
  const seen = boxSeen(projection, { width, height });
  const land = countries.flatMap((country) => {
    // Most of the world lies elsewhere, and to clip it costs more than all that is drawn.
    if (!touches(boxOf(country), seen)) return [];
    const d = path(country);
    return d === null ? [] : [{ country, name: country.properties.name, d, isHere: here.has(country) }];
  });
  const points = view.shown.flatMap(({ place, point }) => {
    const at = point && projection([...point]);
    return at ? [{ entity: place.entity, name: place.name, x: at[0], y: at[1] }] : [];
  });
  const labels = spreadLabels(
    [
      ...points.map(({ name, x, y }) => ({ words: name, x, y, kind: 'town' as const })),
      ...land.flatMap(({ country, name, isHere }) => {
        const part = mainPart(country);
        const [x, y] = path.centroid(part);
        const isLarge = path.area(part) >= LEAST_NEIGHBOUR;
        if (!Number.isFinite(x) || (!isHere && !isLarge)) return [];
        return [
          { words: here.get(country) ?? name, x, y, kind: isHere ? ('country' as const) : ('neighbour' as const) },
        ];
      }),
    ],
    points,
    { width, height },
  );
  return {
    land: land.map(({ name, d, isHere }) => ({ name, d, isHere })),
    points: points.map(({ entity, x, y }) => ({ entity, x, y })),
    labels,
  };
}

function boxSeen({ invert }: GeoProjection, { width, height }: MapSize): Box {
  const [west = 0, north = 90] = invert?.([0, 0]) ?? [];
  const [east = 0, south = -90] = invert?.([width, height]) ?? [];
  return { west, east: east < west ? east + 360 : east, south, north };
}

function touches(one: Box, seen: Box): boolean {
  if (one.south > seen.north || one.north < seen.south) return false;
  return [-360, 0, 360].some((turn) => one.west + turn <= seen.east && one.east + turn >= seen.west);
}

type Wanted = Omit<MapLabel, 'anchor'>;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Towns first, then the countries of the story, then neighbours; what has no room is left out, and stands in the list. */
function spreadLabels(
  wanted: readonly Wanted[],
  points: readonly { readonly x: number; readonly y: number }[],
  { width, height }: MapSize,
): MapLabel[] {
  const taken: Frame[] = points.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  const order = { town: 0, country: 1, neighbour: 2 } as const;
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
  const { x, y, kind } = label;
  const size = SIZES[kind];
  const at = (dx: number, dy: number, anchor: MapLabel['anchor']): MapLabel => ({
    ...label,
    x: x + dx,
    y: y + dy,
    anchor,
  });
  if (kind !== 'town')
    return [0, size * 1.3, -size * 1.3, size * 2.6, -size * 2.6].map((dy) => at(0, dy + size / 3, 'middle'));
  return [
    at(GAP, size / 3, 'start'),
    at(-GAP, size / 3, 'end'),
    at(0, -GAP, 'middle'),
    at(0, GAP + size * 0.8, 'middle'),
    at(GAP, -size * 0.5, 'start'),
    at(GAP, size * 1.1, 'start'),
    at(-GAP, -size * 0.5, 'end'),
    at(-GAP, size * 1.1, 'end'),
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
