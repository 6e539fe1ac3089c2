import { expect, it } from 'vitest';
import { PROPERTY_NAMES, propertyOf } from '../../../lib/facts';
import { PROPERTY_NUMBERS } from '../../../lib/pack/numbers';

/** Name, number in packs, Wikidata's property, what its value is, the line that it makes, here and on the other card; written out on purpose: none may change unnoticed. */
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
  founded-by: 17 P112 entity life dated
  replaced-by: 18 P1366 entity tie
  part-of: 19 P361 entity tie
  parent: 20 P749 entity tie
  owned-by: 21 P127 entity status dated
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
  founded-in: 46 P740 entity life
  launched: 47 P571 none life
  first-broadcast: 48 P571 none life
  opened: 49 P1619 none life
  closed: 50 P3999 none life ends
  dissolved: 51 P576 none life ends
  split-from: 52 P807 entity life dated
  announced: 53 - none event
  adopted: 54 - none event
  agreed: 55 - none event
  published: 56 P577 none event
  signed-in: 57 P276 entity event
  signed-into-law: 58 P1891 entity event
  held-in: 59 P276 entity event
  given-to: 60 - entity event no-tie
  joined: 61 P463 entity event told:event no-tie
  left: 62 P463 entity event told:event no-tie
  rejoined: 63 P463 entity event told:event no-tie
  suspended-from: 64 - entity event told:event no-tie
  captured-by: 65 - entity event told:event no-tie
  controlled-by: 66 - entity status
  detained-in: 67 P2632 entity role
  elected: 68 - entity event no-tie
  re-elected: 69 - entity event no-tie
  in-office: 70 - none status
  in-government: 71 - none status
  in-opposition: 72 - none status
  majority: 73 - entity status no-tie
  members: 74 P2124 quantity figure
  in-ranks: 75 - quantity figure
  deaths-about: 76 P1120 quantity figure
  fought-in: 77 P607 entity tie
  began: 78 - entity tie
  attacked-in: 79 - entity tie
  defeated-in: 80 - entity tie
  won: 81 P1346 entity tie
  lost: 82 - entity tie
  carried-out: 83 P8031 entity tie
  ordered: 84 - entity tie
  led-by: 85 P1037 entity tie
  negotiated: 86 - entity tie
  took-part-in: 87 P1344 entity tie
  target: 88 P533 entity tie
  led-to: 89 P1542 entity tie
  followed-by: 90 P156 entity tie
  settled: 91 - entity tie
  happened-in: 92 P276 entity tie
  organised-by: 93 P664 entity tie
  made-by: 94 P176 entity tie
  funded-by: 95 P8324 entity tie
  supported-by: 96 - entity tie
  enemy: 97 - entity tie
  rival: 98 - entity tie
  branch-of: 99 - entity tie
  forces-of: 100 - entity tie
  agency-of: 101 - entity tie
  represents: 102 P1532 entity tie
  hosted-by: 103 P17 entity tie
  rebels-against: 104 - entity tie
`;

it('every property keeps its number in packs and in Wikidata', () => {
  const found = PROPERTY_NAMES.map((name) => {
    const { wikidata, value, line, told, way, ends } = propertyOf(name);
    const more = [told && `told:${told}`, way, ends && 'ends'].filter(Boolean);
    return `  ${[`${name}:`, PROPERTY_NUMBERS[name], wikidata ?? '-', value, line ?? 'tie', ...more].join(' ')}`;
  });
  expect(`\n${found.join('\n')}\n`).toBe(PINNED);
});
