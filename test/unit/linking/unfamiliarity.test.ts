import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../lib/facts';
import { unfamiliarity } from '../../../lib/linking/mark/unfamiliarity';

const of = (kind: Kind, prominence: number, gloss = 'Somebody'): number =>
  unfamiliarity({ key: 'x', name: 'X', kind, prominence, gloss, told: [], asked: 0, so: 0 });

describe('how likely it is that a reader does not know an entity', () => {
  it('falls the more often the entity is in the news', () => {
    expect(of('person', 20)).toBeGreaterThan(0.99);
    expect(of('person', 100)).toBeCloseTo(0.5);
    expect(of('person', 200)).toBeLessThan(0.01);
  });

  it('is less for cities, companies and clubs than for people with as much news', () => {
    const [person, city, company, club] = (['person', 'place', 'company', 'team'] as const).map((kind) => of(kind, 75));
    expect(person).toBeGreaterThan(0.8);
    expect(company).toBe(0.5);
    expect(city).toBeLessThan(0.4);
    expect(club).toBeLessThan(0.2);
  });

  it('is zero for countries, capitals and US states, however rarely they are in the news, and for a self-explanatory office', () => {
    expect(of('place', 5, 'Island country in the South Pacific, capital Funafuti')).toBe(0);
    expect(of('place', 5, 'Capital of Tuvalu')).toBe(0);
    expect(of('place', 5, 'State of the United States')).toBe(0);
    expect(of('place', 5, 'State in south-eastern Brazil')).toBeGreaterThan(0.9);
    expect(of('place', 5, 'Town near the capitals')).toBeGreaterThan(0.9);
    expect(of('work', 5, 'Song on a country')).toBeGreaterThan(0.9);
    expect(of('office', 40)).toBeLessThan(0.05);
  });
});
