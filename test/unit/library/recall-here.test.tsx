// @vitest-environment happy-dom
/** Recall in the library: one message for all names that were met, however many, and the questions in their order. */
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RecallQuery } from '../../../lib/knowledge';

const stage = vi.hoisted(() => ({
  asked: [] as (readonly [string, RecallQuery])[],
  rows: new Map<string, { readonly due: number; readonly memory: unknown }>(),
  begun: 0,
  saved: [] as string[],
}));

vi.mock('../../../entrypoints/library/stores', () => ({
  recall: {
    of: async () => stage.rows,
    begunSince: async () => stage.begun,
    save: async (entity: string) => void stage.saved.push(entity),
  },
}));
vi.mock('../../../lib/messages', async (original) => ({
  ...(await original<object>()),
  callBackground: async (name: string, query: RecallQuery) => {
    stage.asked.push([name, query]);
    const sense = { gloss: 'Somebody', isCountry: false, lines: [] };
    const all = [...query.due, ...query.fresh.slice(0, query.most)];
    return all.map(({ entity }) => ({ entity, name: `Name of ${entity}`, kind: 'person', sense }));
  },
}));

import { RecallHere } from '../../../entrypoints/library/recall-here';
import { render } from '../components/render';

const met = (entity: string) => ({
  entity, at: 1, url: `https://news.example/${entity}`, title: `Story of ${entity}`, day: '2020-01-03',
}); // biome-ignore format: one thing
const many = Array.from({ length: 60 }, (_, at) => met(`p${at}`));

beforeEach(() => Object.assign(stage, { asked: [], rows: new Map(), begun: 0, saved: [] }));

it('asks the background once, with the most overdue first, and no more new ones than the day has left', async () => {
  stage.rows = new Map([
    ['p3', { due: 20, memory: null }],
    ['p5', { due: 10, memory: null }],
    ['p7', { due: Number.MAX_SAFE_INTEGER, memory: null }],
  ]);
  stage.begun = 4;
  render(<RecallHere met={many} onEnd={() => {}} />);
  await screen.findByRole('heading', { name: 'Name of p5' });
  expect(stage.asked.map(([name]) => name)).toEqual(['recallSubjects']);
  const [[, { due, fresh, most }]] = stage.asked as [[string, RecallQuery]];
  expect(due).toEqual([
    { entity: 'p5', day: '2020-01-03' },
    { entity: 'p3', day: '2020-01-03' },
  ]);
  expect([fresh.length, most]).toEqual([57, 6]);
  screen.getByText('8 to go');
});

it('turns over to what it is and to its story, and goes on with the next', async () => {
  render(<RecallHere met={many.slice(0, 2)} onEnd={() => {}} />);
  await screen.findByRole('heading', { name: 'Name of p0' });
  fireEvent.click(screen.getByRole('button', { name: 'Show the answer' }));
  screen.getByText('Somebody');
  expect(screen.getByRole('link', { name: /Story of p0/ }).getAttribute('href')).toBe('https://news.example/p0');
  fireEvent.click(screen.getByRole('button', { name: /^Yes/ }));
  await screen.findByRole('heading', { name: 'Name of p1' });
  expect(stage.saved).toEqual(['p0']);
});

it('has no new ones left after a long day', async () => {
  stage.begun = 11;
  render(<RecallHere met={many} onEnd={() => {}} />);
  await screen.findByRole('button', { name: 'Back to what you met' });
  expect(stage.asked).toMatchObject([['recallSubjects', { most: 0 }]]);
});
