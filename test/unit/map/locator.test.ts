/** The small map of a place: the right part of the world, the place in it, and labels that do not overlap. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import places from '../../../assets/map/places.json';
import { type Gazetteer, type Locator, locatorMap, mapData, type Outlines } from '../../../lib/map';
import type { StoryPlace } from '../../../lib/story-background';

const outlines = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const gazetteer = places as unknown as Gazetteer;
const data = mapData(JSON.parse(readFileSync(outlines, 'utf8')) as Outlines, gazetteer);
const SIZE = { width: 348, height: 132 };

const place = (entity: string, name: string, isCountry = false, at: StoryPlace['at'] = null): StoryPlace => ({
  entity, name, kind: 'place', isCountry, at,
}); // biome-ignore format: one thing
const country = (outline: string): StoryPlace => {
  const [key] = Object.entries(gazetteer.countries).find(([, name]) => name === outline) ?? [];
  if (key === undefined) throw new Error(`no ${outline}`);
  return place(key, outline, true);
};
const at = (latitude: number, longitude: number): StoryPlace => place('there', 'There', false, { latitude, longitude });
const BAGHDAD = place('q1530', 'Baghdad');
const TEHRAN = place('q3616', 'Tehran');
const TOKYO = place('q1490', 'Tokyo');

function mapOf(of: StoryPlace, others: readonly StoryPlace[] = []): Locator {
  const map = locatorMap(of, others, data, SIZE);
  if (!map) throw new Error(`no map of ${of.name}`);
  return map;
}

/** Of all that is drawn in that manner, px. */
function extentOf({ land }: Locator, as: Locator['land'][number]['as']) {
  const points = land
    .filter((one) => one.as === as)
    .flatMap(({ d }) => [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]));
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

describe('the map of a place', () => {
  it('is missing if its position is unknown', () => {
    expect(locatorMap(place('somewhere', 'Somewhere'), [BAGHDAD], data, SIZE)).toBeNull();
  });

  it('has the whole country in the middle, with its neighbours, and no dot', () => {
    const map = mapOf(country('Iraq'));
    const { left, right, top, bottom } = extentOf(map, 'here');
    expect(top).toBeGreaterThan(5);
    expect(bottom).toBeLessThan(127);
    expect(bottom - top).toBeGreaterThan(80);
    expect(Math.abs((left + right) / 2 - 174)).toBeLessThan(20);
    expect(map.dot).toBeNull();
    // No border of a neighbour lies over its own.
    expect(map.land.map(({ as }) => as).indexOf('here')).toBe(map.land.length - 1);
    expect(map.said).toMatchObject({ place: 'Iraq', country: null, others: [] });
    expect(map.said.around).toEqual(expect.arrayContaining(['Syria', 'Saudi Arabia']));
  });

  it.each(['Russia', 'Canada', 'United States of America', 'Chile', 'New Zealand', 'Norway'])(
    'shows all of the mainland of %s',
    (name) => {
      const map = mapOf(country(name));
      const { left, right, top, bottom } = extentOf(map, 'here');
      expect(Math.max(right - left, bottom - top)).toBeGreaterThan(50);
      const [label] = map.labels.filter(({ kind }) => kind === 'country');
      expect(label?.words).toBe(name);
      expect(Math.hypot((label?.x ?? 0) - 174, (label?.y ?? 0) - 66)).toBeLessThan(60);
    },
  );

  it.each(['Malta', 'Singapore', 'Luxembourg', 'Vatican', 'Maldives', 'Tonga', 'Kiribati', 'Fiji'])(
    'has a ring around %s, which would be overlooked',
    (name) => {
      const map = mapOf(country(name));
      expect(map.dot?.ringed).toBe(true);
      expect(map.dot?.x).toBeCloseTo(174, -2);
      expect(map.labels.filter(({ words }) => words === name)).toHaveLength(1);
      // Far enough from the middle to see what it lies beside.
      expect(map.land.some(({ as }) => as === 'around')).toBe(true);
    },
  );

  it('shows a town as a dot in its country', () => {
    const map = mapOf(BAGHDAD);
    const { left, right, top, bottom } = extentOf(map, 'here');
    expect(map.dot).toMatchObject({ ringed: false });
    const { x, y } = map.dot ?? { x: 0, y: 0 };
    expect(x > left && x < right && y > top && y < bottom).toBe(true);
    expect(map.said).toMatchObject({ place: 'Baghdad', country: 'Iraq' });
    expect(map.labels.map(({ words, kind }) => `${kind} ${words}`)).toEqual(
      expect.arrayContaining(['town Baghdad', 'country Iraq']),
    );
  });

  it('shows a town also in a country that spans the world, and a place in the sea', () => {
    const vladivostok = mapOf(at(43.1, 131.9));
    expect(vladivostok.dot).toEqual({ x: 174, y: 66, ringed: false });
    expect(vladivostok.said.around).toEqual(expect.arrayContaining(['China']));
    const { said, dot } = mapOf(at(30, -40));
    expect([said.country, dot?.ringed]).toEqual([null, false]);
  });

  it('can cross the date line', () => {
    for (const longitude of [179.5, -179.5]) {
      const map = mapOf(at(66, longitude));
      expect(map.said.country).toBe('Russia');
      const { left, right } = extentOf(map, 'here');
      expect(left < 100 && right > 174).toBe(true);
    }
  });

  it('shows faintly what else the story names, once, if it is within the map', () => {
    const map = mapOf(BAGHDAD, [BAGHDAD, TEHRAN, TOKYO, country('Iran'), country('Japan'), country('Iraq')]);
    expect(map.others).toHaveLength(1);
    expect((map.others[0]?.x ?? 0) > (map.dot?.x ?? 0) && (map.others[0]?.y ?? 0) < (map.dot?.y ?? 0)).toBe(true);
    expect(map.land.filter(({ as }) => as === 'other')).toHaveLength(1);
    expect(map.said.others).toEqual(['Tehran', 'Iran']);
    expect(map.land.filter(({ as }) => as === 'here')).toHaveLength(1);
  });

  it('has each name once, inside the map, and none over another', () => {
    const { labels } = mapOf(place('q1899', 'Kyiv'), [place('q649', 'Moscow'), country('Poland'), country('Russia')]);
    const frames = labels.map(({ words, x, y, anchor, kind }) => {
      const size = kind === 'neighbour' || kind === 'other' ? 10 : 12;
      const wide = words.length * size * 0.5;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      return { words, left, right: left + wide, top: y - size * 0.7, bottom: y };
    });
    expect(frames.length).toBeGreaterThan(5);
    for (const one of frames) {
      expect(one.left >= 0 && one.right <= 348 && one.top >= 0 && one.bottom <= 132, one.words).toBe(true);
      for (const other of frames) {
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(one === other || apart, `${one.words} over ${other.words}`).toBe(true);
      }
    }
  });

  it('is small enough to be sent, whatever it shows', () => {
    const map = mapOf(country('Russia'));
    expect(JSON.stringify(map).length).toBeLessThan(100_000);
    // No island that would be a point or a line.
    const rings = map.land.flatMap(({ d }) => d.split('M').slice(1));
    expect(rings.filter((ring) => ring.split('L').length < 3)).toEqual([]);
  });
});
