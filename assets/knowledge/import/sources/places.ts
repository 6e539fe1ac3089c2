import * as v from 'valibot';
import type { Countries } from '../countries';
import type { Desk } from '../desk';
import { fameOfPeople } from '../fame';
import { type Imported, OPEN } from '../imported';
import { qid, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'places-wikidata-2022.ndjson.gz';
const SCHEMA = v.object({
  id: qid,
  label: text,
  description: v.string(),
  instance_of: texts,
  wikipedia_title: text,
  population: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** Smaller ones are in nobody's news but their own. */
const SMALLEST = 20_000;
/** Classes that have people without being a place of news: bishoprics, peoples, electoral wards. */
const NO_PLACE =
  /diocese|eparchy|circumscription|ethnic group|powiat|unparished|language|people|constituency|statistical area|tehsil|township of|neighborhood of|ward of/i;

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/sovereign state|^country$/i, 'country'],
  [/state of the United States/i, 'state'],
  [/island/i, 'island'],
  [
    /borough|arrondissement|neighbou?rhood|suburb|city district|locality of Berlin|district of (?:Moscow|Bangkok)|community area|quarter/i,
    'part of a city',
  ],
  [/city|capital|urban|metropolis|big city/i, 'city'],
  [/county seat/i, 'city'],
  [/\bcounty\b/i, 'county'],
  [/province|oblast|region|prefecture of|voivodeship|governorate|department of|canton of|autonomous/i, 'region'],
  [/district|regency|amphoe|municipality|subdivision|parish|commune/i, 'district'],
  [/town|settlement|census-designated/i, 'town'],
  [/village|locality/i, 'village'],
];

/** Towns, cities and regions with their people. */
export function* places(desk: Desk, countries: Countries): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    if (value.population < SMALLEST) continue;
    const classes = value.instance_of;
    if (classes.some((one) => NO_PLACE.test(one))) continue;
    const all = [...classes, value.description.split(/\s(?:in|of)\s/)[0] ?? ''];
    const class_ = CLASSES.find(([shape]) => all.some((one) => shape.test(one)))?.[1] ?? null;
    if (class_ === null) {
      desk.report(
        place,
        'left-out',
        'instance_of',
        `"${classes.join(', ')}" is no kind of place that the importer knows`,
      );
      continue;
    }
    const country = countries.within(value.description, 'last') ?? countries.within(classes.join(' '), 'last');
    // Galicia and Curaçao are countries of a kind, within one.
    const what = class_ === 'country' && country !== null && country.name !== value.label ? 'region' : class_;
    const isPart = what === 'part of a city' || what === 'district' || what === 'county';
    yield {
      ...OPEN,
      ...place,
      ...from('wikidata-places-2022'),
      qid: value.id,
      title: value.wikipedia_title,
      kind: 'place',
      name: value.label,
      country: country?.name ?? null,
      region: regionOf(value.description, value.wikipedia_title),
      what,
      facts:
        value.population > 0 ? [{ property: 'population', value: value.population, start: '2022', end: '2022' }] : [],
      fame: fameOfPeople(value.population) * (isPart ? 0.4 : 1),
      wanted: what === 'city' || what === 'region' || what === 'state',
    };
  }
}

/** "Clendenin, West Virginia", "City in Texas, United States". */
function regionOf(description: string, title: string): string | null {
  const behind = /, ([^,]+)$/.exec(title)?.[1];
  if (behind) return behind;
  const parts = (/\b(?:in|of)\s+(.+)$/.exec(description)?.[1] ?? '').split(', ');
  return parts.length > 1 ? (parts.at(-2)?.replace(/^the /, '') ?? null) : null;
}
