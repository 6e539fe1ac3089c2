/**
 * `npm run map:places`: writes places.json, where the locator map finds countries and towns of the tables. A town is taken where
 * exactly one of the gazetteer's bears its name in its country, and nothing that the tables say of it speaks against that: a point
 * at the wrong place is worse than none.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cityMapping } from 'city-timezones';
import type { EntityRow } from '../../lib/pack';
import { readTables } from '../../lib/pack/tables';
import { foldText } from '../../lib/text';
import { OUTLINE_NAMES } from './country-names';
import { GAZETTEER_NAMES } from './gazetteer-names';

const TABLES = fileURLToPath(new URL('../knowledge', import.meta.url));
const OUT = fileURLToPath(new URL('places.json', import.meta.url));
const ATLAS = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');

/** What the first word of a gloss may be. */
const SETTLEMENT =
  /^(?:capital|city|town|port|village|municipality|largest|second|third|seat|commune)\b|\b(?:city|town|capital|port)\b/i;
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

const namesakes = groupBy(places, ({ name, qualifier }) => `${name}|${qualifier}`);
const points: Record<string, readonly [number, number]> = {};
for (const place of places) {
  const town = townOf(place);
  if (!town) continue;
  // Two of the tables under one name: the state, which both say, tells them apart, or nothing does.
  const said = `${place.gloss} ${place.wikipedia ?? ''}`;
  const alone =
    (namesakes.get(`${place.name}|${place.qualifier}`) ?? []).filter((one) => townOf(one) !== null).length === 1;
  if (alone || (town.province !== '' && said.includes(town.province)))
    points[place.key] = [Math.round(town.lng * UNIT) / UNIT, Math.round(town.lat * UNIT) / UNIT];
}

const sorted = <T>(of: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));
const rows = <T>(of: Readonly<Record<string, T>>) =>
  sorted(of)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(OUT, `{"countries":{\n${rows(countries)}\n},"points":{\n${rows(points)}\n}}\n`);
console.log(
  `${Object.keys(countries).length} countries, ${Object.keys(points).length} towns of ${places.length} places`,
);
