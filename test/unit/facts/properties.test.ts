import { expect, it } from 'vitest';
import { PROPERTY_NAMES, propertyOf } from '../../../lib/facts';

/** Name, number in packs, Wikidata's property, what its value is, the line that it makes; written out on purpose: none may change unnoticed. */
const PINNED = `
  office: 1 P39 entity office
  heads: 2 P2389 entity tie
  post-in: 3 P1001 entity tie
  held-by: 4 P1308 words office
  role: 5 - words role
  member-of: 6 P463 entity tie
  party: 7 P102 entity tie
  employer: 8 P108 entity tie
  plays-for: 9 P54 entity tie
  relative: 10 P1038 entity tie
  citizen: 11 P27 entity tie
  born: 12 P569 none life
  died: 13 P570 none life ends
  killed-in: 14 P509 entity tie
  founded: 15 P571 none life
  ended: 16 P576 none life ends
  founded-by: 17 P112 entity tie
  replaced-by: 18 P1366 entity tie
  part-of: 19 P361 entity tie
  parent: 20 P749 entity tie
  owned-by: 21 P127 entity tie
  located-in: 22 P276 entity tie
  capital: 23 P36 entity tie
  coordinates: 24 P625 coordinates tie
  signed: 25 P585 none event
  signed-by: 26 P1891 entity tie
  in-force: 27 P7588 none status
  party-to: 28 P1344 entity tie
  under-way: 29 P580 none status
  took-place: 30 P585 none event
  award: 31 P166 entity event
  terrorist-to: 32 P3461 entity status
  sanctioned-by: 33 - entity status
  wanted-by: 34 - entity status
  ally: 35 - entity tie
  opponent: 36 - entity tie
  population: 37 P1082 quantity figure
  gdp: 38 P2131 quantity figure
  deaths: 39 P1120 quantity figure
  event: 40 P793 words event
  status: 41 - words status
  figure: 42 - words figure
  related: 43 - entity tie
  second-in: 44 P1001 entity tie
  served-under: 45 - entity tie
`;

it('keeps every property as packs and Wikidata have it', () => {
  const found = PROPERTY_NAMES.map((name) => {
    const { number, wikidata, value, line, ends } = propertyOf(name);
    return `  ${name}: ${number} ${wikidata ?? '-'} ${value} ${line ?? 'tie'}${ends ? ' ends' : ''}`;
  });
  expect(`\n${found.join('\n')}\n`).toBe(PINNED);
});
