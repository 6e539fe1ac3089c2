/**
 * A map of one place: its country's outline, the land around, a dot, and faintly the story's other places. The sphere
 * is projected around the place itself, since nothing else suits Russia, Canada and countries on the date line.
 */
import {
  type GeoPath,
  type GeoProjection,
  type GeoStream,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoPath,
} from 'd3-geo';
import type { StoryPlace } from '../story-background';
import { fitTo } from './fit-to';
import type { CountryOutline, MapData } from './map-data';
import { type MapLabel, type MapSize, spreadLabels, type Wanted } from './map-labels';
import { type Located, locatePlace, mainPart, mapBoxOf } from './map-view';

/** Plain data that can be sent in a message. */
export interface Locator extends MapSize {
  /** `here`: the place's country, or itself; `other`: another country of the story. */
  readonly land: readonly { readonly d: string; readonly as: 'here' | 'other' | 'around' }[];
  /** In px; null: the outline is enough. `ringed`: too small to notice otherwise. */
  readonly dot: { readonly x: number; readonly y: number; readonly ringed: boolean } | null;
  readonly others: readonly { readonly x: number; readonly y: number }[];
  readonly labels: readonly MapLabel[];
  /** The text alternative: the place, its country, and the other names on the map. */
  readonly said: {
    readonly place: string;
    readonly country: string | null;
    readonly around: readonly string[];
    readonly others: readonly string[];
  };
}

type Point = [longitude: number, latitude: number];

/** From the edge, px. */
const PADDING = 18;
/** Degrees shown in each direction at least: we take the first value that has other land in view. */
const REACHES = [4, 9, 16, 28, 45] as const;
/** For a town whose country is too large to show with it. */
const FROM_TOWN = 12;
/** px; smaller countries get a ring. */
const SMALL = 12;
/** px; points of an outline closer than this are dropped. */
const THIN = 0.8;
/** px²; enough other land to be seen as land. */
const LEAST_LAND = 60;
/** px²; a neighbour barely in view needs no name. */
const LEAST_NAMED = 700;
/** More dots would make it unreadable. */
const MOST_OTHERS = 40;

/** Null if the place's location is unknown. */
export function locatorMap(
  place: StoryPlace,
  others: readonly StoryPlace[],
  data: MapData,
  size: MapSize,
): Locator | null {
  const located = locatePlace(place, data);
  if (located === null) return null;
  const [first, ...further] = REACHES;
  let projection = around(located, first, size);
  let land = landIn(projection, data, size);
  const isAlone = () => {
    const { area } = geoPath(projection);
    return land.every(({ country }) => country === located.country || area(country) < LEAST_LAND);
  };
  for (const reach of further) {
    // A large country gives the same picture at any reach.
    if (located.box.east - located.box.west > 2 * reach || !isAlone()) break;
    projection = around(located, reach, size);
    land = landIn(projection, data, size);
  }
  return draw(located, others.slice(0, MOST_OTHERS), { projection, land }, data, size);
}

/** Projection that fits the place with at least `reach` degrees around it. */
function around({ country, point, box }: Located, reach: number, size: MapSize): GeoProjection {
  const outline = country && mainPart(country);
  const ring = (outline?.coordinates[0] ?? []) as Point[];
  const isWhole = outline !== null && (point === null || !isFromTown(box, point));
  const [x, y] = isWhole ? middleOf(country as CountryOutline) : (point as Point);
  const most = isWhole ? reach : Math.max(reach, FROM_TOWN);
  const shown: Point[] = [
    ...(isWhole ? ring : []),
    ...(point ? [[...point] as Point] : []),
    // A degree of longitude is shorter near the poles.
    [x - most / Math.max(0.2, Math.cos((y * Math.PI) / 180)), y],
    [x + most / Math.max(0.2, Math.cos((y * Math.PI) / 180)), y],
    [x, Math.max(-90, y - most)],
    [x, Math.min(90, y + most)],
  ];
  return fitTo(geoAzimuthalEqualArea().rotate([-x, -y]).precision(0), shown, size, PADDING);
}

/** `locatePlace` leaves the country out of the box of a town that would be lost in it. */
const isFromTown = ({ west, east }: Located['box'], [x]: readonly [number, number]): boolean =>
  Math.abs((west + east) / 2 - x) < 1e-6 && east - west < 7;

function middleOf(country: CountryOutline): Point {
  const { west, east, south, north } = mapBoxOf(mainPart(country));
  return east - west > 180 ? geoCentroid(mainPart(country)) : [(west + east) / 2, (south + north) / 2];
}

interface Land {
  readonly country: CountryOutline;
  readonly d: string;
}

function landIn(projection: GeoProjection, { countries }: MapData, size: MapSize): Land[] {
  const path = geoPath(thinned(projection)).digits(1);
  const may = nearby(projection, size);
  return countries.flatMap((country) => {
    // Most countries are elsewhere, and clipping them costs more than drawing the rest.
    const d = may(country) ? path(country) : null;
    return d === null ? [] : [{ country, d }];
  });
}

/** Could a country reach into the picture? Judged by the point of its box roughly nearest to the middle. */
function nearby({ invert, rotate }: GeoProjection, { width, height }: MapSize): (country: CountryOutline) => boolean {
  const [x, y] = rotate();
  const middle: Point = [-x, -y];
  const corners = [[0, 0], [width, 0], [0, height], [width, height]] as const; // biome-ignore format: one thing
  const far = Math.max(
    ...corners.map((corner) => {
      const at = invert?.([...corner]);
      return at && Number.isFinite(at[0]) ? geoDistance(middle, at) : Math.PI;
    }),
  );
  return (country) => {
    const { west, east, south, north } = mapBoxOf(country);
    const turned = [-360, 0, 360].map((turn) => clamp(middle[0] + turn, west, east));
    const latitude = clamp(middle[1], south, north);
    return turned.some((longitude) => geoDistance(middle, [longitude, latitude]) <= far * 1.15);
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** A projection that drops points too close to the last one, and islands of a single point. */
function thinned(projection: GeoProjection): { readonly stream: (to: GeoStream) => GeoStream } {
  return {
    stream(to) {
      let line: Point[] = [];
      return projection.stream({
        sphere: () => to.sphere?.(),
        polygonStart: () => to.polygonStart(),
        polygonEnd: () => to.polygonEnd(),
        lineStart() {
          line = [];
        },
        lineEnd() {
          if (line.length < 3) return;
          to.lineStart();
          for (const [x, y] of line) to.point(x, y);
          to.lineEnd();
        },
        point(x, y) {
          const before = line.at(-1);
          if (before && Math.abs(before[0] - x) + Math.abs(before[1] - y) < THIN) return;
          line.push([x, y]);
        },
      });
    },
  };
}

function draw(
  { place, country, point }: Located,
  story: readonly StoryPlace[],
  { projection, land }: { readonly projection: GeoProjection; readonly land: readonly Land[] },
  data: MapData,
  size: MapSize,
): Locator {
  const path = geoPath(projection);
  const isIn = ({ x, y }: { readonly x: number; readonly y: number }) =>
    x > 4 && y > 4 && x < size.width - 4 && y < size.height - 4;
  const spot = (at: readonly [number, number] | null): { x: number; y: number } | null => {
    const found = at && projection([...at]);
    return found ? { x: round(found[0]), y: round(found[1]) } : null;
  };

  const ownSize = country && point === null ? extentOf(path.bounds(mainPart(country))) : null;
  const small = ownSize !== null && ownSize < SMALL;
  const own = spot(point ?? (small ? geoCentroid(mainPart(country as CountryOutline)) : null));
  const located = story.flatMap((one) => (one.entity === place.entity ? [] : (locatePlace(one, data) ?? [])));
  const otherLand = new Map(
    located.flatMap((one) =>
      one.country && one.country !== country && one.point === null ? [[one.country, one.place.name] as const] : [],
    ),
  );
  const others = located.flatMap((one) => {
    const at = spot(one.point);
    return at && isIn(at) ? [{ ...at, name: one.place.name }] : [];
  });

  const nameOf = (of: CountryOutline): Pick<Wanted, 'kind' | 'words'> => {
    if (of === country) return { kind: 'country', words: point === null ? place.name : of.properties.name };
    const named = otherLand.get(of);
    return named === undefined ? { kind: 'neighbour', words: of.properties.name } : { kind: 'other', words: named };
  };
  const dots = [...others, ...(own ? [{ ...own, isRinged: small }] : [])];
  const wanted: Wanted[] = [
    ...(own ? [{ ...own, words: place.name, kind: 'town' as const, isRinged: small }] : []),
    ...others.map(({ x, y, name }) => ({ x, y, words: name, kind: 'other' as const })),
    ...land.toSorted(byNearness(path, size)).flatMap(({ country: of }): Wanted[] => {
      if (small && of === country) return [];
      const part = mainPart(of);
      const [x, y] = path.centroid(part);
      const isNamed = of === country || otherLand.has(of) || path.area(part) >= LEAST_NAMED;
      return Number.isFinite(x) && isNamed ? [{ ...nameOf(of), x: round(x), y: round(y) }] : [];
    }),
  ];
  const labels = spreadLabels(wanted, dots, size);
  const written = (kind: MapLabel['kind']) => labels.flatMap((label) => (label.kind === kind ? [label.words] : []));
  const seenLand = new Set(land.map((one) => one.country));
  return {
    ...size,
    // Its own outline last, or a neighbour's border would cover it.
    land: land
      .map(({ country: of, d }) => ({
        d,
        as: of === country ? ('here' as const) : otherLand.has(of) ? ('other' as const) : ('around' as const),
      }))
      .sort((one, next) => Number(one.as === 'here') - Number(next.as === 'here')),
    dot: own && { ...own, ringed: small },
    others: others.map(({ x, y }) => ({ x, y })),
    labels,
    said: {
      place: place.name,
      country: point === null ? null : (country?.properties.name ?? null),
      around: written('neighbour'),
      others: [
        ...others.map(({ name }) => name),
        ...[...otherLand].flatMap(([of, name]) => (seenLand.has(of) ? [name] : [])),
      ],
    },
  };
}

/** Countries nearer to the middle are named first. */
function byNearness(path: GeoPath, { width, height }: MapSize): (one: Land, other: Land) => number {
  const far = new Map<CountryOutline, number>();
  const farOf = ({ country }: Land): number => {
    const known = far.get(country);
    if (known !== undefined) return known;
    const [x, y] = path.centroid(mainPart(country));
    const found = Number.isFinite(x) ? Math.hypot(x - width / 2, y - height / 2) : Number.POSITIVE_INFINITY;
    far.set(country, found);
    return found;
  };
  return (one, other) => farOf(one) - farOf(other);
}

const extentOf = ([[left, top], [right, bottom]]: [Point, Point]): number => Math.max(right - left, bottom - top);

const round = (px: number): number => Math.round(px * 10) / 10;
