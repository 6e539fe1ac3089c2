import { expect, it } from 'vitest';
import { isCountry } from '../../../lib/linking/known/is-country';
import { isState } from '../../../lib/linking/known/is-state';
import type { Head } from '../../../lib/linking/known/known-of-head';

const place = (gloss: string): Head => ({
  key: 'x',
  kind: 'place',
  name: 'X',
  gloss,
  prominence: 100,
  told: [],
  asked: 0,
  so: 0,
});

it.each([
  'Country in western Asia, capital Amman',
  'Island country in the Indian Ocean',
  'Kingdom in the Himalayas',
  'City state on the French Riviera',
  'Small state in the Alps, capital Vaduz',
])('a country: %s', (gloss) => expect(isCountry(place(gloss))).toBe(true));

it.each([
  'Capital of the Czech Republic',
  'Capital of the Dominican Republic, in the south',
  'Largest country of the United Kingdom',
  'State of the United States',
  'Town in the Democratic Republic of the Congo',
])('none: %s', (gloss) => expect(isCountry(place(gloss))).toBe(false));

it('is not a state of another country', () => {
  expect(isState(place('Small state in the Alps, capital Vaduz'))).toBe(false);
  expect(isState(place('Most populous state of India'))).toBe(true);
});

it('must be a place', () => expect(isCountry({ ...place('Country in Asia'), kind: 'work' })).toBe(false));
