import * as v from 'valibot';
import { foldText } from '../../../../lib/text';
import type { Countries } from '../countries';
import type { Desk } from '../desk';
import { type Imported, OPEN } from '../imported';
import { maybeDate, maybeText, text, texts } from '../read-cells';
import { from } from '../source-list';

const FILE = 'companies-media-2026.ndjson.gz';
const SCHEMA = v.object({
  name: text,
  aliases: texts,
  kind: text,
  industry: maybeText,
  city: maybeText,
  country: maybeText,
  start: maybeDate,
  index: maybeText,
  lang: maybeText,
  src: v.picklist(['sp500', 'pyticker', 'homepages']),
});
/** "MMM": a ticker is no name in a text. */
const TICKER = /^[A-Z0-9.]{1,6}$/;
const FORM =
  /,? (?:(?:&|and) )?(?:Inc\.?|Corp\.?|Corporation|plc|PLC|AG|SE|SA|S\.A\.|S\.p\.A\.|SpA|N\.V\.|NV|Ltd\.?|Limited|Co\.?|AB|ASA|Oyj|Holdings?|Group|\(The\)|KGaA|Company)$/;

/** "The Coca-Cola Company" without its last word is "Coca-Cola". */
function shortOf(name: string): string {
  const short = name.replace(FORM, '');
  return short === name ? name : short.replace(/^The /, '');
}

/** Companies of the large share indices, and news sites. */
export function* companies(desk: Desk, countries: Countries): Generator<Imported> {
  const towns = townsIn(desk);
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    if (value.kind !== 'company' && value.kind !== 'news site') {
      desk.report(place, 'left-out', 'kind', `"${value.kind}" is no kind that the importer knows`);
      continue;
    }
    const isCompany = value.kind === 'company';
    const name = value.name.replace(/ \(.*\)$/, '');
    const short = shortOf(name);
    // The index has "Hartford (The)", the article "The Hartford".
    const title = value.name.replace(/^(.+) \(The\)$/, 'The $1');
    const aliases = value.aliases.filter((one) => !TICKER.test(one));
    // "2012 (1935)": of the firm of today or of the one before it.
    const start = isCompany ? /^\d{4}$/.exec(String(value.start ?? ''))?.[0] : null;
    yield {
      ...OPEN,
      ...place,
      ...from(value.src === 'sp500' ? 'sp500-2026' : value.src === 'pyticker' ? 'pyticker-2026' : 'news-sites-2023'),
      // The list of the index names companies by their articles.
      title: value.src === 'sp500' ? title : null,
      kind: isCompany ? 'company' : 'media',
      name: isCompany ? short : name,
      aliases: short === name ? aliases : [name, ...aliases],
      // "Panama City" of a site in Florida is a town.
      country: (isCompany ? seatOf(value.city, countries) : null) ?? countryIn(value.country, value.index),
      region: isCompany ? (value.city?.split(', ')[0] ?? null) : townOf(value.city, towns),
      what: isCompany ? 'company' : 'news site',
      // The other list has twelve rough branches: "Food & Beverages" of a tobacco firm.
      remark: isCompany && value.src === 'sp500' ? value.industry : null,
      facts: start ? [{ property: 'founded', start: desk.date(place, 'start', start) }] : [],
      fame: isCompany ? 26 : value.country === 'US' ? 6 : 12,
      wanted: true,
    };
  }
}

/** Lands of which an index holds the shares. */
const LAND_OF: Readonly<Record<string, string>> = {
  AEX: 'Netherlands',
  'BEL 20': 'Belgium',
  'CAC 40': 'France',
  'CAC Mid 60': 'France',
  DAX: 'Germany',
  'FTSE 100': 'United Kingdom',
  'IBEX 35': 'Spain',
  MDAX: 'Germany',
  MOEX: 'Russian Federation',
  'NASDAQ 100': 'United States',
  'OMX Helsinki 25': 'Finland',
  'OMX Stockholm 30': 'Sweden',
  'S&P 500': 'United States',
  SDAX: 'Germany',
  'Switzerland 20': 'Switzerland',
  TECDAX: 'Germany',
};

/** An American firm in the Dutch index alone: the seat is not sure. */
function countryIn(country: string | null, index: string | null): string | null {
  const lands = (index ?? '').split(', ').flatMap((one) => LAND_OF[one] ?? []);
  return lands.length > 0 && country !== null && !lands.includes(country) ? null : country;
}

const PLACES = 'places-wikidata-2022.ndjson.gz';
const SEATS = 'ror-orgs.ndjson.gz';
const PLACE = v.object({ label: text });
const SEAT = v.object({ city: maybeText });
/** Where news sites say so, it is the capital: those of the state name a town of it. */
const CAPITAL = 'Washington';

/** "Witchita", "Silicon Valley", "America": what no other file has for a town is not told. */
function townOf(city: string | null, towns: ReadonlySet<string>): string | null {
  const town = city?.split(', ')[0] ?? null;
  if (town === null || !towns.has(foldText(town))) return null;
  return town === CAPITAL ? 'Washington, D.C.' : town;
}

function townsIn(desk: Desk): ReadonlySet<string> {
  const towns = new Set<string>();
  for (const { value } of desk.rows(PLACES, PLACE)) towns.add(foldText(value.label));
  for (const { value } of desk.rows(SEATS, SEAT)) towns.add(foldText(value.city ?? ''));
  return towns;
}

/** "Zurich, Switzerland" of a list of American shares; "Atlanta, Georgia" is no country. */
const seatOf = (city: string | null, countries: Countries): string | null =>
  countries.within(city?.split(', ').at(-1) ?? '', 'last')?.name ?? null;
