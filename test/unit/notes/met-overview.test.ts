import { expect, it } from 'vitest';
import { metOverview } from '../../../lib/notes';

const met = (entity: string, url: string, at: number) => ({ entity, url, title: url, day: null, at });
const LATE = met('q1', 'https://www.one.example/b?x=1', 30);
const OTHER = met('q2', 'https://www.one.example/b?x=1', 20);
const EARLY = met('q1', 'https://two.example/a', 10);
const FIRST = met('q3', 'https://one.example/c', 5);

it('lists names with their stories, and sites by how many stories each has, however many names were met there', () => {
  expect(metOverview([LATE, OTHER, EARLY, FIRST])).toEqual({
    names: [
      { entity: 'q1', stories: [LATE, EARLY] },
      { entity: 'q2', stories: [OTHER] },
      { entity: 'q3', stories: [FIRST] },
    ],
    sites: [
      { site: 'one.example', stories: 2 },
      { site: 'two.example', stories: 1 },
    ],
  });
});

it('orders sites with equally many stories by name', () => {
  const sites = metOverview([met('q1', 'https://b.example/', 2), met('q1', 'https://a.example/', 1)]).sites;
  expect(sites.map(({ site }) => site)).toEqual(['a.example', 'b.example']);
});

it('is empty when nothing was met', () => {
  expect(metOverview([])).toEqual({ names: [], sites: [] });
});
