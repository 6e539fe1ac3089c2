import { describe, expect, it } from 'vitest';
import { createNoteStore, createRecallStore, createSightings } from '../../../lib/notes';
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
  return { database, clock, sightings, switched, recall: createRecallStore(database, () => clock.at) };
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

it('forgets the oldest beyond its limit, and all of them when told', async () => {
  const { sightings } = start(3);
  for (const number of [1, 2, 3, 4, 5]) await sightings.note(story(number));
  expect((await sightings.of('ana')).map(({ title }) => title)).toEqual(['Story 5', 'Story 4', 'Story 3']);
  await sightings.clear();
  expect(await sightings.of('ana')).toEqual([]);
});

it('tells in how many other stories an entity was met, this month and ever', async () => {
  const { sightings, clock } = start();
  const at = (day: string) => {
    clock.at = Date.parse(`${day}T12:00:00`);
  };
  at('2026-10-31');
  await sightings.note(story(1));
  at('2026-11-01');
  await sightings.note(story(2));
  at('2026-11-30');
  await sightings.note(story(3));
  expect(await sightings.elsewhere('ana', story(3).url)).toEqual({ thisMonth: 1, ever: 2, isNew: false });
  expect(await sightings.elsewhere('ana', story(9).url)).toEqual({ thisMonth: 2, ever: 3, isNew: false });
  expect(await sightings.elsewhere('bo', story(3).url)).toEqual({ thisMonth: 0, ever: 0, isNew: true });
});

it('calls nothing new on the first day, when everything would be', async () => {
  const { sightings } = start();
  expect(await sightings.elsewhere('bo', null)).toEqual({ thisMonth: 0, ever: 0, isNew: false });
  await sightings.note(story(1));
  expect(await sightings.elsewhere('bo', null)).toEqual({ thisMonth: 0, ever: 0, isNew: false });
});

describe('a forgotten sighting', () => {
  const next = { due: 1, memory: {} };
  const elsewhere = { ...story(7), url: 'https://www.paper.example/7' };
  async function met() {
    const parts = start();
    const { database, sightings, recall } = parts;
    const store = createNoteStore({ database, now: () => 1, session: () => 1 });
    await sightings.note(story(1));
    await sightings.note({ ...story(1), entity: 'bo' });
    await sightings.note(elsewhere);
    await store.addTag({ entity: 'noted', name: 'Noted', kind: null }, 'tag');
    await sightings.note({ ...story(2), entity: 'noted' });
    for (const entity of ['ana', 'bo', 'noted']) await recall.save(entity, next);
    const left = async () => ({
      met: (await sightings.all()).map(({ entity, url }) => `${entity} ${url}`).sort(),
      asked: (await database.recall.toCollection().primaryKeys()).sort(),
      keys: (await database.identities.toCollection().primaryKeys()).sort(),
    });
    return { ...parts, left };
  }

  it('leaves no trace when all are forgotten: no question, and no keys but those of notes', async () => {
    const { sightings, left } = await met();
    expect((await left()).keys).toEqual(['ana', 'bo', 'noted']);
    await sightings.clear();
    expect(await left()).toEqual({ met: [], asked: [], keys: ['noted'] });
  });

  it('may be those of one site, with recall questions about entities met nowhere else', async () => {
    const { sightings, left } = await met();
    await sightings.forgetSite('news.example');
    expect(await left()).toEqual({
      met: ['ana https://www.paper.example/7'],
      asked: ['ana'],
      keys: ['ana', 'noted'],
    });
    await sightings.forgetSite('paper.example');
    expect(await left()).toEqual({ met: [], asked: [], keys: ['noted'] });
  });

  it('is no longer asked about, even by a question that was open meanwhile', async () => {
    const { database, sightings, recall } = await met();
    expect((await recall.of(['ana', 'x'])).get('ana')).toMatchObject({ due: 1 });
    expect(await recall.begunSince(0)).toBe(3);
    await sightings.clear();
    await recall.save('ana', next);
    expect(await database.recall.count()).toBe(0);
  });
});
