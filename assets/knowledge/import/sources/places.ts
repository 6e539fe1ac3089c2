import * as v from 'valibot';
import type { Countries, Country } from '../countries';
import type { Desk } from '../desk';
import { fameOfPeople } from '../fame';
import { type Imported, OPEN } from '../imported';
import { landNoun } from '../land-noun';
import { qid, text, texts } from '../read-cells';
import { from } from '../source-list';
import { stateIn } from './congress';

const FILE = 'places-wikidata-2022.ndjson.gz';
const SCHEMA = v.object({
  id: qid,
  label: text,
  description: v.string(),
  instance_of: texts,
  wikipedia_title: text,
  population: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** No place that is no country has as many. */
const MOST_PEOPLE = 250_000_000;
/** Smaller ones are in nobody's news but their own. */
const SMALLEST = 20_000;
/** A town of which much is read is in the news for something. */
const SMALLEST_READ = 500;
const READ = 'popular-titles-lc.txt.gz';
/** Classes that have people without being a place of news: bishoprics, peoples, electoral wards. */
const NO_PLACE =
  /planet|diocese|eparchy|circumscription|ethnic group|powiat|unparished|language|people|constituency|statistical area|tehsil|township of|neighborhood of|ward of/i;

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/sovereign state|^country$/i, 'country'],
  [/state of the United States/i, 'state'],
  [/urban okrug|urban district|municipal district|district of Russia/i, 'district'],
  [/island/i, 'island'],
  [
    /borough|arrondissement|neighbou?rhood|suburb|city district|locality of Berlin|district of (?:Moscow|Bangkok)|community area|quarter/i,
    'part of a city',
  ],
  [/city|capital|urban|metropolis|big city/i, 'city'],
  [/county seat/i, 'city'],
  [/\bcounty\b/i, 'county'],
  [/\bvoivodeship\b/i, 'voivodeship'],
  [/\bgovernorate\b/i, 'governorate'],
  [/\bdepartments? of\b/i, 'department'],
  [/\bcantons? of\b/i, 'canton'],
  [/\bprefectures? of\b/i, 'prefecture'],
  [/\boblasts?\b/i, 'oblast'],
  [/\bprovinces?\b/i, 'province'],
  [/^historical (?:region|province|country|duchy)/i, 'historical region'],
  [/region|autonomous|prefecture\b/i, 'region'],
  [/district|regency|amphoe|municipality|subdivision|parish|commune/i, 'district'],
  [/town|settlement|census-designated/i, 'town'],
  [/village|locality/i, 'village'],
];

/** Towns, cities and regions with their people. */
export function* places(desk: Desk, countries: Countries): Generator<Imported> {
  const read = new Set(desk.text(READ).split('\n'));
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const isRead = read.has(value.wikipedia_title.toLowerCase());
    if (value.population < (isRead ? SMALLEST_READ : SMALLEST)) continue;
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
    const country =
      countryOf(value.description, countries) ??
      countries.within(classes.join(' '), 'last') ??
      (isOfState(value.wikipedia_title) ? countries.find('United States') : null);
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
      what: what === 'region' ? (landNoun(value.label) ?? what) : what,
      facts:
        // The file is of 2022, its counts are of any year before: the card says when it was known.
        value.population > 0 && value.population < MOST_PEOPLE
          ? [{ property: 'population', value: rounded(value.population) }]
          : [],
      fame: fameOfPeople(value.population) * (isPart ? 0.4 : 1),
      wanted: value.population >= SMALLEST && (what === 'city' || REGIONS.has(what)),
    };
  }
}

/**
 * "City in Arizona, United States, on the Mexican border", "City in Greece, Central Macedonia": a part that is the name of a country, else
 * what is named before the first comma, and only then what stands anywhere.
 */
function countryOf(description: string, countries: Countries): Country | null {
  const parts = description.replace('British Columbia', 'Columbia, Canada').split(/, |\. | (?:in|of) (?:the )?/);
  const named = parts.flatMap((part) => {
    const country = /^\p{Lu}/u.test(part) ? countries.find(part) : null;
    // "Canadian" behind a comma is a county of Oklahoma.
    return country === null || DOUBTFUL.has(country.name) || part.trim() === country.adjective ? [] : [country];
  });
  const last = named.at(-1);
  const phrase = description.replace('British Columbia', 'Columbia, Canada');
  return (
    // "Scotland, United Kingdom": the nation says more.
    named.find(({ key }) => key === last?.key) ??
    countries.within(phrase.split(', ')[0] ?? '', 'last') ??
    countries.within(phrase, 'last')
  );
}
/** The state of America is called so, too. */
const DOUBTFUL = new Set(['Georgia']);

/** "Framingham, Massachusetts". */
function isOfState(title: string): boolean {
  const behind = /, ([^,]+)$/.exec(title)?.[1];
  return behind !== undefined && stateIn(behind) === behind && !DOUBTFUL.has(behind);
}

/** Of which count it is the file does not say: three figures would promise more than it knows. */
const rounded = (people: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.round(people / unit) * unit;
};

/** What is told of in its own right, whatever its country calls it. */
export const REGIONS: ReadonlySet<string> = new Set(
  'state region province oblast voivodeship governorate department canton prefecture'.split(' '),
);

/** A name, and not how somebody went on: "western Indonesia", "South Korea. Yangju is located south of Seoul". */
const REGION_NAME = /^\p{Lu}[\p{L}'’-]*(?:[ -](?:of|the|and|de|del|da|do|la|le|al|\p{Lu}[\p{L}'’-]*))*$/u;

/** "Clendenin, West Virginia", "City in Texas, United States". */
function regionOf(description: string, title: string): string | null {
  const behind = /, ([^,]+)$/.exec(title)?.[1];
  if (behind) return behind;
  const parts = (/\b(?:in|of)\s+(.+)$/.exec(description.split('. ')[0] ?? '')?.[1] ?? '').split(', ');
  const found = parts.length > 1 ? parts.at(-2)?.replace(/^the /, '') : undefined;
  return found !== undefined && REGION_NAME.test(found) ? found : null;
}
