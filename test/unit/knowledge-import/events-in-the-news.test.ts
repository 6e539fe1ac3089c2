import { afterAll, expect, it } from 'vitest';
import { type Facts, glossesIn, removeFolders, rowsOf, tablesOf } from './small-facts';

afterAll(removeFolders);

const topic = (title: string, first: string, last = first): Facts => ({
  'news-topics-2002-2026.ndjson': [{ title, first, last, days: 9 }],
});
const factsIn = (facts: Facts): string[] =>
  rowsOf(tablesOf(facts)?.facts).map(([, property, , words, , start]) => `${property} ${words} ${start}`);

it('an event with a year in its name is dated by its first day in the news', () => {
  expect(factsIn(topic('2023 Hofbau explosion', '2023-02-14'))).toEqual(['event In the news 2023-02-14']);
  expect(factsIn(topic('Hofbau City Marathon fire', '2016-11-06'))).toEqual([]);
  expect(factsIn(topic('2015 Hofbau explosion', '2016-02-14'))).toEqual([]);
});

it('a vote belongs to its country, and any other event only if its name says so', () => {
  expect(glossesIn(topic('2019 Ruritanian parliamentary election', '2019-02-14'))).toEqual(['Election in Ruritania']);
  expect(glossesIn(topic('2019 floods in Ruritania', '2019-02-14'))).toEqual(['Floods in Ruritania']);
  expect(glossesIn(topic('2019 Ruritania drone attacks', '2019-02-14'))).toEqual(['Attacks']);
  expect(glossesIn(topic('2019 clashes in Ruritania and Borduria', '2019-02-14'))).toEqual(['Clashes']);
});
