/** A story's map as paths, points and labels that do not overlap. */
import { type GeoProjection, geoMercator, geoPath } from 'd3-geo';
import type { EntityKey } from '../facts';
import { fitTo } from './fit-to';
import type { MapData } from './map-data';
import { type MapLabel, type MapSize, spreadLabels } from './map-labels';
import { type MapBox, type MapView, mainPart, mapBoxOf } from './map-view';

export interface MapPicture {
  readonly land: readonly { readonly name: string; readonly d: string; readonly isHere: boolean }[];
  readonly points: readonly { readonly entity: EntityKey; readonly x: number; readonly y: number }[];
  readonly labels: readonly MapLabel[];
}

const PADDING = 16;
/** px²; a neighbour barely in view needs no name. */
const LEAST_NEIGHBOUR = 1_600;
/** Degrees; Mercator cannot show the poles. */
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
  // Straight lines will do: the points of an outline are close enough.
  const projection = fitTo(geoMercator().rotate([-middle, 0]).precision(0), corners, { width, height }, PADDING);
  const path = geoPath(projection).digits(1);
  const here = new Map(
    view.shown.flatMap(({ country, place, point }) => (country ? [[country, point ? null : place.name]] : [])),
  );
  for (const { country, place, point } of view.shown) if (country && point === null) here.set(country, place.name);
  const seen = boxSeen(projection, { width, height });
  const land = countries.flatMap((country) => {
    // Most countries are elsewhere, and clipping them costs more than drawing the rest.
    if (!touches(mapBoxOf(country), seen)) return [];
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

function boxSeen({ invert }: GeoProjection, { width, height }: MapSize): MapBox {
  const [west = 0, north = 90] = invert?.([0, 0]) ?? [];
  const [east = 0, south = -90] = invert?.([width, height]) ?? [];
  return { west, east: east < west ? east + 360 : east, south, north };
}

function touches(one: MapBox, seen: MapBox): boolean {
  if (one.south > seen.north || one.north < seen.south) return false;
  return [-360, 0, 360].some((turn) => one.west + turn <= seen.east && one.east + turn >= seen.west);
}
