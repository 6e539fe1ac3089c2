/**
 * `npm run map:places`: writes places.json, where the locator map finds countries and other places of the tables. A town is taken where
 * exactly one of a gazetteer's bears its name in its country, and nothing that the tables say of it speaks against that: a point
 * at the wrong place is worse than none. What the small gazetteer (Natural Earth) lacks is sought in the large one (GeoNames); states of
 * the United States have the middle of their outline, and seas, straits and sites stand in by-hand.tsv.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cityMapping } from 'city-timezones';
import { geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { EntityRow } from '../../lib/pack';
import { readTables } from '../../lib/pack/tables';
import { foldText } from '../../lib/text';
import { OUTLINE_NAMES } from './country-names';
import { GAZETTEER_NAMES } from './gazetteer-names';
import { largeGazetteer } from './large-gazetteer';

const TABLES = fileURLToPath(new URL('../knowledge', import.meta.url));
const OUT = fileURLToPath(new URL('places.json', import.meta.url));
const BY_HAND = fileURLToPath(new URL('by-hand.tsv', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const ATLAS = resolve('world-atlas/countries-50m.json');
const STATES = resolve('us-atlas/states-10m.json');

/** What the first word of a gloss may be. */
const SETTLEMENT =
  /^(?:capital|city|town|port|village|municipality|largest|second|third|seat|commune|kibbutz|resort|(?:business|financial|technology) centre)\b|\b(?:city|town|capital|port|resort)\b/i;
const NO_SETTLEMENT =
  /^(?:province|county|region|state|district|prefecture|metropolitan|governorate|part of|airport|university|building|bay|river|lake)\b/i;
/** The gazetteer counts a town with its suburbs, the tables often without. */
const MOST_TIMES = 12;
const UNIT = 100;

const files = readdirSync(TABLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsv'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(TABLES, path), 'utf8') }));
const { entities, facts, forms } = readTables('world', files).source;
const places = entities.filter(({ kind }) => kind === 'place');
const atlas = JSON.parse(readFileSync(ATLAS, 'utf8')) as {
  readonly objects: {
    readonly countries: { readonly geometries: readonly { readonly properties: { readonly name: string } }[] };
  };
};
const outlines = new Set(atlas.objects.countries.geometries.map(({ properties }) => properties.name));
const people = new Map(
  facts.flatMap(({ entity, property, value }) =>
    property === 'population' && typeof value === 'number' ? [[entity, value] as const] : [],
  ),
);

const countries: Record<string, string> = {};
for (const { key, name, qualifier } of places) {
  if (qualifier !== 'Country') continue;
  const outline = OUTLINE_NAMES[name] ?? name;
  if (outlines.has(outline)) countries[key] = outline;
  else console.warn(`No outline of ${name}`);
}

const otherNames = groupBy(
  forms.filter(({ use }) => use === 'name'),
  ({ entity }) => entity,
);
type Town = (typeof cityMapping)[number];
const gazetteer = groupBy(cityMapping, (town) => nameIn(town.city_ascii, town.country));
function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
function nameIn(name: string, country: string): string {
  return `${foldText(name)}|${foldText(country)}`;
}
const countryOf = (qualifier: string): string => GAZETTEER_NAMES[qualifier] ?? qualifier;

function townOf({ key, name, gloss, qualifier, wikipedia }: EntityRow): Town | null {
  if (!SETTLEMENT.test(gloss) || NO_SETTLEMENT.test(gloss)) return null;
  const others = (otherNames.get(key) ?? []).map(({ form }) => form);
  const named =
    [name, ...others]
      .map((one) => gazetteer.get(nameIn(one, countryOf(qualifier))) ?? [])
      .find((all) => all.length > 0) ?? [];
  const many = people.get(key);
  const fits = named.filter(
    ({ pop }) => many === undefined || pop === 0 || (pop < many * MOST_TIMES && many < pop * MOST_TIMES),
  );
  if (named.length === 1) return fits[0] ?? null;
  const said = `${gloss} ${wikipedia ?? ''}`;
  const there = fits.filter(({ province }) => province !== '' && said.includes(province));
  return there.length === 1 ? (there[0] as Town) : null;
}

function rounded(longitude: number, latitude: number): readonly [number, number] {
  return [Math.round(longitude * UNIT) / UNIT, Math.round(latitude * UNIT) / UNIT];
}

const namesakes = groupBy(places, ({ name, qualifier }) => `${name}|${qualifier}`);
const points: Record<string, readonly [number, number]> = {};
for (const place of places) {
  const town = townOf(place);
  if (!town) continue;
  // Two of the tables under one name: the state, which both say, tells them apart, or nothing does.
  const said = `${place.gloss} ${place.wikipedia ?? ''}`;
  const alone =
    (namesakes.get(`${place.name}|${place.qualifier}`) ?? []).filter((one) => townOf(one) !== null).length === 1;
  if (alone || (town.province !== '' && said.includes(town.province))) points[place.key] = rounded(town.lng, town.lat);
}

/** What the tables call otherwise than the outlines. */
const STATE_OF: Readonly<Record<string, string>> = { 'New York State': 'New York', 'Washington state': 'Washington' };
const states = JSON.parse(readFileSync(STATES, 'utf8')) as Topology<{
  states: GeometryCollection<{ readonly name: string }>;
}>;
const middles = new Map(
  feature(states, states.objects.states).features.map((state) => [state.properties.name, geoCentroid(state)]),
);
for (const { key, name, qualifier, gloss } of places) {
  const middle = middles.get(STATE_OF[name] ?? name);
  if (middle && qualifier === 'United States' && /^State\b/.test(gloss)) points[key] = rounded(middle[0], middle[1]);
}

const find = largeGazetteer();
for (const place of places) {
  const { key, name, gloss, qualifier } = place;
  if (points[key] || !SETTLEMENT.test(gloss) || NO_SETTLEMENT.test(gloss)) continue;
  // Of two of the tables under one name nothing tells which the gazetteer means.
  if ((namesakes.get(`${name}|${qualifier}`) ?? []).length > 1) continue;
  const forms = [name, ...(otherNames.get(key) ?? []).map(({ form }) => form)];
  // "Gaza City", "Medina, Saudi Arabia".
  const names = forms.flatMap((form) => [form, form.replace(/ City$|, .*$/, '')]);
  const town = find({ names, country: countryOf(qualifier), people: people.get(key) ?? null, said: gloss });
  if (town) points[key] = rounded(...town);
}

const handles = new Map(
  places.flatMap((place) => [place.key, ...place.formerly].map((key) => [key, place.key] as const)),
);
for (const line of readFileSync(BY_HAND, 'utf8').trim().split('\n').slice(1)) {
  const [handle = '', longitude, latitude] = line.split('\t');
  const key = handles.get(handle);
  if (key === undefined) throw new Error(`by-hand.tsv: the tables have no place "${handle}"`);
  points[key] = rounded(Number(longitude), Number(latitude));
}

const sorted = <T>(of: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));
const rows = <T>(of: Readonly<Record<string, T>>) =>
  sorted(of)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(OUT, `{"countries":{\n${rows(countries)}\n},"points":{\n${rows(points)}\n}}\n`);
console.log(
  `${Object.keys(countries).length} countries, ${Object.keys(points).length} points, of ${places.length} places`,
);
