import { expect, it } from 'vitest';
import { createSightings } from '../../../lib/notes';
import { createDevice } from './device';

const story = (number: number) => ({
  entity: 'ana',
  url: `https://news.example/${number}`,
  title: `Story ${number}`,
  day: '2026-06-01',
});

function start(limit = 100) {
  const { database, clock } = createDevice();
  const switched = { on: true };
  const sightings = createSightings({ database, now: () => clock.at++, history: async () => switched.on, limit });
  return { sightings, switched };
}

it('keeps nothing while history is off', async () => {
  const { sightings, switched } = start();
  switched.on = false;
  await sightings.note(story(1));
  expect(await sightings.stories()).toBe(0);
});

it('lists the stories of an entity, latest first and each once', async () => {
  const { sightings } = start();
  for (const number of [1, 2, 1]) await sightings.note(story(number));
  await sightings.note({ ...story(3), entity: 'bo' });
  expect((await sightings.of('ana')).map(({ title }) => title)).toEqual(['Story 1', 'Story 2']);
  await sightings.note({ ...story(1), entity: 'bo' });
  expect(await sightings.stories()).toBe(3);
});

it('forgets the oldest beyond its limit, and all when told', async () => {
  const { sightings } = start(3);
  for (const number of [1, 2, 3, 4, 5]) await sightings.note(story(number));
  expect((await sightings.of('ana')).map(({ title }) => title)).toEqual(['Story 5', 'Story 4', 'Story 3']);
  await sightings.clear();
  expect(await sightings.of('ana')).toEqual([]);
});
