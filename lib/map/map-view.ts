/** Which part of the world a map shows: around the story's main place, extended to others that are near. */
import { geoContains } from 'd3-geo';
import type { Polygon, Position } from 'geojson';
import type { StoryPlace } from '../story-background';
import type { CountryOutline, MapData } from './map-data';

/** Degrees; the east may exceed 180. */
export interface MapBox {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export interface Located {
  readonly place: StoryPlace;
  /** Its own outline; for a town, its country's. */
  readonly country: CountryOutline | null;
  /** Degrees east and north; null: a country. */
  readonly point: readonly [number, number] | null;
  readonly box: MapBox;
}

export interface MapView {
  readonly box: MapBox;
  readonly shown: readonly Located[];
  /** Too far from the others. */
  readonly beyond: readonly StoryPlace[];
  /** Of unknown location. */
  readonly lost: readonly StoryPlace[];
}

/** On a wider map nobody could tell where a town is. */
const WIDEST = 60;
const HIGHEST = 36;
/** Degrees around a town. */
const AROUND = 3;

/** Null if no place of the story has a known location. */
export function mapView(places: readonly StoryPlace[], data: MapData): MapView | null {
  const located = places.flatMap((place) => locatePlace(place, data) ?? []);
  const [first, ...rest] = located;
  if (first === undefined) return null;
  let { box } = first;
  const shown = [first];
  const beyond: StoryPlace[] = [];
  for (const one of rest) {
    const joined = joinBoxes(box, one.box);
    const isNear = joined.east - joined.west <= WIDEST && joined.north - joined.south <= HIGHEST;
    if (isNear || isWithin(one.box, box)) {
      box = isWithin(one.box, box) ? box : joined;
      shown.push(one);
    } else beyond.push(one.place);
  }
  const known = new Set(located.map(({ place }) => place.entity));
  return { box, shown, beyond, lost: places.filter(({ entity }) => !known.has(entity)) };
}

export function locatePlace(place: StoryPlace, { countries, gazetteer }: MapData): Located | null {
  const outline = gazetteer.countries[place.entity];
  const country = countries.find(({ properties }) => properties.name === outline);
  if (country) return { place, country, point: null, box: mapBoxOf(mainPart(country)) };
  const point = place.at ? ([place.at.longitude, place.at.latitude] as const) : gazetteer.points[place.entity];
  if (point === undefined) return null;
  const around = countryAt(point, countries);
  const [x, y] = point;
  const own = { west: x - AROUND, east: x + AROUND, south: y - AROUND, north: y + AROUND };
  const whole = around && mapBoxOf(mainPart(around));
  // Include its country if the town still shows.
  const isShown = whole !== null && whole.east - whole.west <= WIDEST && whole.north - whole.south <= HIGHEST;
  return { place, country: around, point, box: isShown ? joinBoxes(whole, own) : own };
}

const mainParts = new WeakMap<CountryOutline, Polygon>();

/** Without its distant parts, such as overseas territories. */
export function mainPart(country: CountryOutline): Polygon {
  const known = mainParts.get(country);
  if (known) return known;
  const { geometry } = country;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const areas = parts.map(([ring = []]) => areaOf(ring));
  const largest = parts[areas.indexOf(Math.max(...areas))] ?? [];
  const part: Polygon = { type: 'Polygon', coordinates: largest };
  mainParts.set(country, part);
  return part;
}

/** Square degrees as on a map, scaled towards the poles; enough to tell a mainland from its islands. */
function areaOf(ring: readonly Position[]): number {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    sum += (nextX - x) * (Math.sin((y * Math.PI) / 180) + Math.sin((nextY * Math.PI) / 180));
  });
  return Math.abs(sum);
}

const boxes = new WeakMap<Polygon | CountryOutline, MapBox>();

/** Across the date line: the whole way around. */
export function mapBoxOf(of: Polygon | CountryOutline): MapBox {
  const known = boxes.get(of);
  if (known) return known;
  const geometry = of.type === 'Feature' ? of.geometry : of;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const box = { west: 180, east: -180, south: 90, north: -90 };
  for (const ring of rings) {
    for (const [x = 0, y = 0] of ring) {
      if (x < box.west) box.west = x;
      if (x > box.east) box.east = x;
      if (y < box.south) box.south = y;
      if (y > box.north) box.north = y;
    }
  }
  boxes.set(of, box);
  return box;
}

/** On a roughly drawn coast a town may be in the sea; we look this many degrees around for its country. */
const OFF_COAST = [0, 0.15, 0.4] as const;
const WAYS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

function countryAt([x, y]: readonly [number, number], countries: readonly CountryOutline[]): CountryOutline | null {
  for (const off of OFF_COAST) {
    for (const [dx, dy] of WAYS) {
      const found = countries.find((one) => isIn([x + dx * off, y + dy * off], one));
      if (found) return found;
    }
  }
  return null;
}

/** On a flat map, which is fast and works for all that do not cross the date line. */
function isIn([x, y]: readonly [number, number], country: CountryOutline): boolean {
  const { west, east, south, north } = mapBoxOf(country);
  if (x < west || x > east || y < south || y > north) return false;
  if (east - west > 180) return geoContains(country, [x, y]);
  const { geometry } = country;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  // Odd: inside its outline but not inside a hole.
  return parts.some((rings) => rings.filter((ring) => isInRing(x, y, ring)).length % 2 === 1);
}

function isInRing(x: number, y: number, ring: readonly Position[]): boolean {
  let inside = false;
  ring.forEach(([x1 = 0, y1 = 0], at) => {
    const [x2 = 0, y2 = 0] = ring[(at + 1) % ring.length] ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** Turns the other box around the globe to where it is nearest. */
export function joinBoxes(one: MapBox, other: MapBox): MapBox {
  const turns = [-360, 0, 360].map((by) => ({ west: other.west + by, east: other.east + by }));
  const wide = ({ west, east }: Pick<MapBox, 'west' | 'east'>) => Math.max(one.east, east) - Math.min(one.west, west);
  const near = turns.reduce((best, turn) => (wide(turn) < wide(best) ? turn : best));
  return {
    west: Math.min(one.west, near.west),
    east: Math.max(one.east, near.east),
    south: Math.min(one.south, other.south),
    north: Math.max(one.north, other.north),
  };
}

function isWithin(inner: MapBox, outer: MapBox): boolean {
  const joined = joinBoxes(outer, inner);
  return (
    joined.west === outer.west &&
    joined.east === outer.east &&
    joined.south === outer.south &&
    joined.north === outer.north
  );
}
