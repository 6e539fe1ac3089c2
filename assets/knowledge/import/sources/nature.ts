import * as v from 'valibot';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeNumber, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'airports-rivers-regions.ndjson.gz';
const SCHEMA = v.object({
  name: text,
  aliases: texts,
  kind: text,
  country: maybeText,
  region: maybeText,
  city: maybeText,
  rank: maybeNumber,
  src: v.picklist(['airports', 'naturalearth']),
});
/** Natural Earth ranks from 0, the greatest. */
const LEAST_RANK = 5;
const SKIPPED = new Set(['lake centerline', 'dragons-be-here', 'pole', 'geoarea', 'foothills', 'tundra', 'wetlands']);

/** Airports of many countries' flights, rivers, lakes, seas and ranges. */
export function* nature(desk: Desk): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const isAirport = value.kind === 'airport';
    // A strip is no news.
    if (isAirport && !/international airport/i.test(value.name)) continue;
    if (!isAirport && (SKIPPED.has(value.kind) || (value.rank ?? 99) > LEAST_RANK)) continue;
    yield {
      ...OPEN,
      ...place,
      ...from(isAirport ? 'airports-2026' : 'natural-earth-2017'),
      kind: 'place',
      name: isAirport || value.name !== value.name.toUpperCase() ? value.name : capitals(value.name),
      country: isAirport ? value.country : null,
      region: value.city ?? value.region,
      what: isAirport ? 'airport' : value.kind.replace('range/mtn', 'mountain range').replace('pen/cape', 'peninsula'),
      fame: isAirport ? 6 : 14 - 2 * (value.rank ?? 0),
      wanted: true,
    };
  }
}

const capitals = (name: string): string =>
  name.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
