/**
 * Positions of the places in the tables: those that are often in the news have a point, and no point is in another
 * country.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoBounds, geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { OUTLINE_NAMES } from '../../../assets/map/country-names';
import places from '../../../assets/map/places.json';
import { readKnowledge } from '../../tools/read-knowledge';

type Point = readonly [longitude: number, latitude: number];
type Atlas = Topology<{ countries: GeometryCollection<{ readonly name: string }> }>;

const atlas = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
) as Atlas;
const outlines = feature(atlas, atlas.objects.countries).features;
const bounds = new Map(outlines.map((one) => [one, geoBounds(one)]));
/** Most outlines are far away, which their bounds tell sooner. */
const contains = (land: (typeof outlines)[number], [east, north]: Point): boolean => {
  const [[west = -180, south = -90], [right = 180, top = 90]] = bounds.get(land) ?? [[], []];
  const isBetween = west <= right ? east >= west && east <= right : east >= west || east <= right;
  return isBetween && north >= south && north <= top && geoContains(land, [east, north]);
};
const points = places.points as unknown as Readonly<Record<string, Point>>;
const { entities } = readKnowledge();
const placed = entities.filter(({ kind }) => kind === 'place');

describe('the position of a place', () => {
  it.each(['Natanz', 'Kharg Island', 'Strait of Hormuz', 'Gaza City', 'Rafah', 'Tel Aviv', 'Bakhmut', 'Gaza Strip'])(
    'is known for %s',
    (name) => {
      const found = placed.filter((place) => place.name === name);
      expect(found.map(({ key }) => points[key] !== undefined)).toContain(true);
    },
  );

  it('is known for each US state', () => {
    const states = placed.filter(
      ({ gloss, qualifier }) => qualifier === 'United States' && gloss.startsWith('State of the United States'),
    );
    expect(states.length).toBeGreaterThan(45);
    expect(states.filter(({ key }) => points[key] === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('written by hand is in the sea or in the country that it gives', () => {
    const table = readFileSync(new URL('../../../assets/map/by-hand.tsv', import.meta.url), 'utf8');
    const wrong = table
      .trim()
      .split('\n')
      .slice(1)
      .filter((line) => {
        const [, longitude, latitude, where] = line.split('\t');
        if (where === '-') return false;
        const at: Point = [Number(longitude), Number(latitude)];
        const here = outlines.filter((one) => contains(one, at)).map(({ properties }) => properties.name);
        return where === 'sea' ? here.length > 0 : !here.includes(where ?? '');
      });
    expect(wrong).toEqual([]);
  });

  it('is close to the country of its place', () => {
    const lands = new Map(outlines.map((one) => [one.properties.name, one]));
    // A coast is drawn roughly, and these are not drawn as a part of it: small islands, what is claimed by another.
    const elsewhere = new Set(['Greenland', 'Puerto Rico', 'Hawaii', 'Snake Island', 'Kharg Island', 'Crimea']);
    const disputed = new Set(['Alushta', 'Bakhchysarai', 'Famagusta', 'Yaren', 'Majuro', 'Dubrovnik']);
    const far = placed.filter(({ key, name, qualifier }) => {
      const point = points[key];
      const land = lands.get(OUTLINE_NAMES[qualifier] ?? qualifier);
      if (!point || !land || elsewhere.has(name) || disputed.has(name)) return false;
      return !ROUND.some(([east, north]) => contains(land, [point[0] + east, point[1] + north]));
    });
    expect(far.map(({ name, qualifier }) => `${name}, ${qualifier}`)).toEqual([]);
  });
});

/** Half a degree around, the point itself first. */
const ROUND = [0, 0.15, 0.3, 0.5].flatMap((off): Point[] =>
  off === 0
    ? [[0, 0]]
    : [
        [off, 0],
        [-off, 0],
        [0, off],
        [0, -off],
        [off, off],
        [-off, -off],
        [off, -off],
        [-off, off],
      ],
);
