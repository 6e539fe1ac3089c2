// @vitest-environment happy-dom
/** The pictures of a story: where days, arcs, towns and words lie. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import places from '../../../assets/map/places.json';
import { arcPicture } from '../../../components/story-background/arcs';
import { StoryMap } from '../../../components/story-background/map';
import { markOf, timeScale, yearTicks } from '../../../components/story-background/time-scale';
import { TimelinePicture } from '../../../components/story-background/timeline-picture';
import { type Gazetteer, mapData, mapPicture, mapView, type Outlines } from '../../../lib/map';
import { joinBoxes } from '../../../lib/map/map-view';
import type { StoryPlace, StoryTies, TimelineEntry } from '../../../lib/story-background';
import { render } from './render';

const span = (start: string | null, end: string | null, isPoint = false) => ({ start, end, isPoint });

describe('a time scale', () => {
  const scale = timeScale([span('2010-01-01', null), span('2019-06-01', null)], '2020-01-01');

  it('runs from the first to the last day, with a little room', () => {
    expect([scale.from < '2010-01-01', scale.to > '2020-01-01']).toEqual([true, true]);
    expect(scale.at('2010-01-01')).toBeCloseTo(0.037, 2);
    expect(scale.at('2020-01-01')).toBeCloseTo(0.963, 2);
    expect([scale.at('1900-01-01'), scale.at('2100-01-01')]).toEqual([0, 1]);
    expect(scale.at('2015-01-01')).toBeCloseTo(0.5, 2);
  });

  it('puts the distant past at its edge if it would squeeze all others together', () => {
    const many = Array.from({ length: 9 }, (_, at) => span(`2019-0${at + 1}-01`, null));
    const of = timeScale([span('1900', null), ...many], '2020-01-01');
    expect(of.from > '2018-12-01').toBe(true);
    expect(markOf(span('1900', null), of, '2020-01-01')).toMatchObject({ from: 0, isCut: true });
    expect(markOf(span('2019-02-01', null), of, '2020-01-01').isCut).toBe(false);
  });

  it('makes a little room for what is a little older', () => {
    const days = ['2019-01-01', '2019-06-01', '2019-07-01', '2019-08-01', '2019-09-01'];
    const of = timeScale([span('2018', null), ...days.map((day) => span(day, null))], '2020-01-01');
    // The second of six begins it, a year before its end; half as much again would not reach to 2018.
    expect([of.from > '2018-12-01', of.from < '2019-01-01']).toEqual([true, true]);
    const near = timeScale([span('2018-10-01', null), ...days.map((day) => span(day, null))], '2020-01-01');
    expect(near.from < '2018-10-01').toBe(true);
  });

  it('is no shorter than a quarter of a year', () => {
    expect(timeScale([span('2020-01-01', null)], '2020-01-01').from < '2019-10-10').toBe(true);
    expect(timeScale([], '2020-01-01').from < '2019-10-10').toBe(true);
  });

  it('draws a date as wide as it is inexact', () => {
    const wide = (start: string, end: string | null = start) => {
      const { from, to } = markOf(span(start, end, true), scale, '2020-01-01');
      return to - from;
    };
    expect([wide('2015') > wide('2015-06'), wide('2015-06') > wide('2015-06-07'), wide('2015-06-07')]).toEqual([
      true,
      true,
      0,
    ]);
    expect(wide('2015')).toBeCloseTo(364 / 3945, 3);
    expect(wide('2015', null)).toBe(wide('2015'));
  });

  it('draws what is still open up to the last day, and nothing beyond it', () => {
    const last = scale.at('2020-01-01');
    expect(markOf(span('2015', null), scale, '2020-01-01').to).toBe(last);
    expect(markOf(span('2015', '2030'), scale, '2020-01-01').to).toBe(last);
    expect(markOf(span('2015', '2016-12-31'), scale, '2020-01-01').to).toBe(scale.at('2016-12-31'));
    expect(markOf(span(null, '2016'), scale, '2020-01-01').from).toBe(scale.at('2016-01-01'));
  });

  it('labels few years, evenly spaced', () => {
    expect(yearTicks(scale).map(({ year }) => year)).toEqual([2010, 2015, 2020]);
    expect(yearTicks(scale)[0]).toEqual({ day: '2010-01-01', year: 2010 });
    const long = timeScale([span('0100-01-01', null), span('0100-01-01', null)], '2020-01-01');
    expect(yearTicks(long).length).toBeLessThanOrEqual(6);
    const short = timeScale([span('2020-02-01', null)], '2020-06-01');
    expect(yearTicks(short)).toEqual([]);
  });
});

describe('the picture of a timeline', () => {
  const entry = (start: string, end: string | null, isPoint: boolean): TimelineEntry => ({
    ...({ about: { entity: 'ana', name: 'Ana Example' } } as TimelineEntry), start, end, isPoint, place: 'before',
  }); // biome-ignore format: one thing
  const recent = Array.from({ length: 9 }, (_, at) => entry(`2019-0${at + 1}-05`, `2019-0${at + 1}-05`, true));
  const draw = (...before: readonly TimelineEntry[]) => {
    render(<TimelinePicture entries={[...before, ...recent]} day="2020-01-01" last="2020-01-01" at={null} />);
    const picture = screen.getByRole('img');
    const classes = (of: string) => [...picture.querySelectorAll(of)].map((mark) => mark.getAttribute('class'));
    return {
      picture,
      arrows: classes('.time-cut'),
      points: classes('rect.time-point'),
      spans: classes('rect.time-span'),
    };
  };

  it('has an arrow for what began before it, which is all of that if it ended before, too', () => {
    const { arrows, points, spans } = draw(entry('1990-01-01', '1990-01-01', true), entry('1991-01-01', null, false));
    expect(arrows.map((look) => look?.split(' ')[1])).toEqual(['time-point', 'time-span']);
    expect([points.length, spans.length]).toEqual([recent.length, 1]);
  });

  it('has none where all of it is in sight', () => expect(draw().arrows).toEqual([]));

  it('says which day the story is of, and no year where those words stand', () => {
    const { picture } = draw();
    expect([...picture.querySelectorAll('.time-year')].map((label) => label.textContent)).toEqual([
      '2019',
      '1 January 2020',
    ]);
    expect(picture.querySelectorAll('.time-tick')).toHaveLength(2);
  });
});

describe('the arcs between tied entities', () => {
  const graph = (...pairs: readonly (readonly [string, string])[]): StoryTies => ({
    nodes: [...new Set(pairs.flat())]
      .sort()
      .map((entity) => ({ entity, name: entity, kind: 'person' as const, here: true })),
    edges: pairs.map((ends) => ({ ends, facts: [] })),
  });

  it('place tied entities next to each other, in a stable order', () => {
    const ties = graph(['a', 'z'], ['b', 'y'], ['c', 'x']);
    const { rows, arcs } = arcPicture(ties);
    expect(arcs.map(({ from, to }) => to - from)).toEqual([1, 1, 1]);
    expect(rows.map(({ entity }) => entity).sort()).toEqual(['a', 'b', 'c', 'x', 'y', 'z']);
    expect(arcPicture(ties)).toEqual(arcPicture(ties));
    for (const [at, { ends }] of ties.edges.entries()) {
      const { from, to } = arcs[at] ?? { from: 0, to: 0 };
      expect([rows[from]?.entity, rows[to]?.entity].sort()).toEqual([...ends].sort());
    }
  });

  it('are empty without entities', () => {
    expect(arcPicture({ nodes: [], edges: [] })).toEqual({ rows: [], arcs: [] });
  });
});

const outlines = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const data = mapData(JSON.parse(readFileSync(outlines, 'utf8')) as Outlines, places as unknown as Gazetteer);
const place = (entity: string, name: string, isCountry = false, at: StoryPlace['at'] = null): StoryPlace => ({
  entity, name, kind: 'place', isCountry, at,
}); // biome-ignore format: one thing
const IRAQ = place('q796', 'Iraq', true);
const BAGHDAD = place('q1530', 'Baghdad');
const TEHRAN = place('q3616', 'Tehran');
const TOKYO = place('q1490', 'Tokyo');
const UNKNOWN = place('somewhere', 'Somewhere');
const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
const SIZE = { width: 340, height: 270 };
const pictureOf = (all: readonly StoryPlace[]) => {
  const view = mapView(all, data);
  if (!view) throw new Error('no place is known');
  return { view, picture: mapPicture(view, data, SIZE) };
};

describe('the map of a story', () => {
  it('is missing when no place is known', () => {
    expect([mapView([], data), mapView([UNKNOWN], data)]).toEqual([null, null]);
  });

  it('shows places near the first one, and lists distant and unknown ones', () => {
    const view = mapView([BAGHDAD, UNKNOWN, IRAQ, TOKYO, TEHRAN], data);
    expect(view && [names(view.shown.map((one) => one.place)), names(view.beyond), names(view.lost)]).toEqual([
      ['Baghdad', 'Iraq', 'Tehran'],
      ['Tokyo'],
      ['Somewhere'],
    ]);
    expect(view && view.box.west < 39 && view.box.east > 63).toBe(true);
  });

  it('finds the country around a town, and accepts a place that a fact gives', () => {
    const view = mapView([place('here', 'Here', false, { latitude: 48.85, longitude: 2.35 })], data);
    expect(view?.shown[0]?.country?.properties.name).toBe('France');
    // Of France the mainland, not Guiana.
    expect(view && view.box.west > -10 && view.box.south > 40).toBe(true);
    const lesotho = mapView([place('there', 'There', false, { latitude: -29.6, longitude: 28.2 })], data);
    expect(lesotho?.shown[0]?.country?.properties.name).toBe('Lesotho');
    const sea = mapView([place('sea', 'Sea', false, { latitude: 30, longitude: -40 })], data);
    expect(sea?.shown[0]?.country).toBeNull();
    expect(sea?.box).toEqual({ west: -43, east: -37, south: 27, north: 33 });
  });

  it('joins places on both sides of the date line', () => {
    const fiji = { west: 177, east: 179, south: -19, north: -17 };
    const samoa = { west: -173, east: -171, south: -14, north: -13 };
    expect(joinBoxes(fiji, samoa)).toEqual({ west: 177, east: 189, south: -19, north: -13 });
    expect(joinBoxes(samoa, fiji)).toEqual({ west: -183, east: -171, south: -19, north: -13 });
  });

  it('has the countries of the story, their neighbours, and each town in its place', () => {
    const { picture } = pictureOf([IRAQ, BAGHDAD, TEHRAN]);
    const here = picture.land.filter(({ isHere }) => isHere);
    expect(names(here).sort()).toEqual(['Iran', 'Iraq']);
    expect(names(picture.land)).toEqual(expect.arrayContaining(['Turkey', 'Syria', 'Saudi Arabia']));
    expect(names(picture.land)).not.toContain('Brazil');
    const [baghdad, tehran] = picture.points;
    expect((tehran?.x ?? 0) > (baghdad?.x ?? 0) && (tehran?.y ?? 0) < (baghdad?.y ?? 0)).toBe(true);
    for (const { x, y } of picture.points) expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height).toBe(true);
  });

  it('writes each name once, inside the picture, and none over another', () => {
    const { picture } = pictureOf([IRAQ, BAGHDAD, TEHRAN, place('q173310', 'Kirkuk'), place('q132754', 'Erbil')]);
    const frames = picture.labels.map(({ words, x, y, anchor, kind }) => {
      const size = kind === 'neighbour' ? 10 : 12;
      const wide = words.length * size * 0.5;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      return { words, left, right: left + wide, top: y - size * 0.7, bottom: y };
    });
    expect(new Set(frames.map(({ words }) => words)).size).toBe(frames.length);
    expect(frames.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['Baghdad', 'Tehran', 'Kirkuk', 'Iraq', 'Iran']),
    );
    for (const one of frames) {
      expect(one.left >= 0 && one.right <= SIZE.width && one.top >= 0 && one.bottom <= SIZE.height, one.words).toBe(
        true,
      );
      for (const other of frames) {
        if (one === other) continue;
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(apart, `${one.words} over ${other.words}`).toBe(true);
      }
    }
  });

  it('labels a country as the story does, and draws across the date line', () => {
    const { picture } = pictureOf([place('q30', 'United States', true)]);
    expect(picture.labels.map(({ words }) => words)).toContain('United States');
    const east = pictureOf([place('east', 'East', false, { latitude: 66, longitude: 179 })]);
    expect(names(east.picture.land)).toContain('Russia');
    const west = pictureOf([place('west', 'West', false, { latitude: 66, longitude: -179 })]);
    expect(names(west.picture.land)).toContain('Russia');
  });

  it('is accompanied by the same places as a list, with no accessibility violations', async () => {
    const onCard = vi.fn();
    const { container } = render(
      <StoryMap map={{ ...pictureOf([BAGHDAD, IRAQ, TOKYO, UNKNOWN]), size: SIZE }} onCard={onCard} />,
    );
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Map: Baghdad and Iraq. The list beside it names the same places.',
    );
    expect([...container.querySelectorAll('.map-places')].map((one) => one.textContent)).toEqual([
      'PlacesBaghdad',
      'CountriesIraq',
      'Beyond the edge of the mapTokyo',
      'Not on the mapSomewhere',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Tokyo' }));
    expect(onCard).toHaveBeenCalledWith('q1490');
    const { violations } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('reports when there is nothing to draw', () => {
    const { container } = render(<StoryMap map={null} onCard={() => {}} />);
    expect(container.textContent).toBe('This story names no place that Backstory could put on a map.');
  });
});

describe('the positions of countries and towns', () => {
  it('cover nearly all countries, each with an existing outline', () => {
    const known = new Set(data.countries.map(({ properties }) => properties.name));
    const all = Object.values(places.countries);
    expect(all.length).toBeGreaterThan(190);
    expect(all.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are in the country that the tables give', () => {
    const inside = (entity: string) => mapView([place(entity, entity)], data)?.shown[0]?.country?.properties.name;
    expect(['q90', 'q1530', 'q36091', 'q1899', 'q60', 'q2256', 'q92561'].map(inside)).toEqual([
      'France', 'Iraq', 'United States of America', 'Ukraine', 'United States of America', 'United Kingdom', 'Canada',
    ]); // biome-ignore format: one list
  });
});
