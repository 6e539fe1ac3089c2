/** Of which kind is it that a reader may know all of? Glosses as our tables write them. */
import { expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import type { Kind } from '../../../lib/facts';
import { knownKindOf } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';

const pack = openPack((await cachedPack()).bytes);

it.each<[Kind, string, ReturnType<typeof knownKindOf>]>([
  ['place', 'Country in western Asia, capital Amman', 'countries'],
  ['place', 'Self-governing island in East Asia, claimed by China, capital Taipei', 'countries'],
  ['place', 'Palestinian state and territories: the West Bank and Gaza Strip', 'countries'],
  ['place', 'Self-governing territory of Denmark in the Arctic', 'places'],
  ['place', 'Former country', 'places'],
  ['place', 'Former kingdom in the north of England', 'places'],
  ['place', 'Capital of the Czech Republic', 'places'],
  ['place', 'Strait between Iran and Oman', 'places'],
  ['company', 'American maker of chips', 'companies'],
  ['media', 'US news agency', 'media'],
  ['team', 'German football club', 'teams'],
  ['person', 'American lawyer and Republican politician from New York', 'politics_us'],
  ['person', 'American politician · former senator from Florida', 'politics_us'],
  ['group', 'US department for borders, immigration and domestic security', 'politics_us'],
  ['office', 'Office of state in the United States', 'politics_us'],
  ['law', 'US law that widened health insurance, called Obamacare', 'politics_us'],
  ['person', "British Conservative, the country's first female prime minister", 'politics_uk'],
  ['office', 'Head of government of the United Kingdom', 'politics_uk'],
  ['person', 'German Social Democrat', 'politics_de'],
  ['group', 'German party of the centre-left', 'politics_de'],
  ['person', 'American actor · born 1938', null],
  ['person', 'Iraqi politician', null],
  ['person', 'Mexican ambassador to the United States', null],
  ['group', 'University in Hartford, the United States', null],
  ['event', 'US presidential election', null],
  ['person', '', null],
])('%s, %j: %s', (kind, gloss, known) => {
  expect(knownKindOf({ kind, gloss })).toBe(known);
});

it('includes every country of the bundled pack that is often in the news', async () => {
  const left: string[] = [];
  const tooMany: string[] = [];
  for (let row = 0; row < pack.info.entityCount; row++) {
    const head = pack.entity(row);
    if (head.kind !== 'place' || head.prominence < 60) continue;
    const isCountry = (await pack.qualifier(row)) === 'Country';
    const isTaken = knownKindOf(head) === 'countries';
    if (isCountry !== isTaken) (isCountry ? left : tooMany).push(`${head.name}: ${head.gloss}`);
  }
  expect(left).toEqual([]);
  // Parts of other states that are called countries or republics.
  expect(tooMany.map((one) => one.split(':')[0]).sort()).toEqual(['Chechnya', 'French Polynesia', 'Scotland', 'Wales']);
});
