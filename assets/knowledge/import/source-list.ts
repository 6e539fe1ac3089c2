/**
 * Where the facts come from, the most trusted first: where two sources contradict one another, the earlier one is
 * believed. What has no licence that lets facts carry over (pantheon1, legislatoR, the lists of titles) is no source: it
 * only helps to choose.
 */
import type { Day } from '../../../lib/time';

export interface ImportSource {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly licence: string;
  readonly asOf: Day;
}

const source = (id: string, name: string, url: string, licence: string, asOf: Day): ImportSource => ({
  id,
  name,
  url,
  licence,
  asOf,
});
const WIKIDATA = 'https://www.wikidata.org/';
const github = (repository: string): string => `https://github.com/${repository}`;

export const IMPORT_SOURCES: readonly ImportSource[] = [
  source(
    'congress-2026',
    'United States Congress, unitedstates/congress-legislators',
    github('unitedstates/congress-legislators'),
    'CC0',
    '2026-06-30',
  ),
  source(
    'world-leaders-2026',
    'World leaders in office, Open Data Archive (Wikidata), August 2026',
    github('open-data-archive/world-leaders-current'),
    'facts only',
    '2026-08-22',
  ),
  source(
    'open-states-2026',
    'Governors, mayors and state legislators of the United States, Open States, August 2026',
    github('openstates/people'),
    'CC0',
    '2026-08-31',
  ),
  source(
    'open-australia-2026',
    'Ministers and members of the Parliament of Australia, OpenAustralia, August 2026',
    github('openaustralia/openaustralia-parser'),
    'facts only',
    '2026-08-31',
  ),
  source(
    'norway-ministers-2026',
    'Ministers of Norway since 1945 (government data and Wikidata), May 2026',
    github('egil10/ministerquiz'),
    'facts only',
    '2026-05-31',
  ),
  source(
    'european-parliament-2024',
    'Members of the European Parliament, October 2024',
    github('TechToThePeople/mep'),
    'facts only',
    '2024-10-31',
  ),
  source('wikidata-2022', 'Wikidata, offices collected by EveryPolitician, 2022', WIKIDATA, 'CC0', '2022-12-31'),
  source(
    'ministerquiz-leaders-2026',
    'Heads of state and government (Wikidata), May 2026',
    github('egil10/ministerquiz'),
    'CC0',
    '2026-05-13',
  ),
  source(
    'baseball-2026',
    'Chadwick Baseball Bureau, register of persons, July 2026',
    github('chadwickbureau/register'),
    'ODC-BY',
    '2026-07-31',
  ),
  source(
    'world-cup-2026',
    'World Cup Database (facts), June 2026',
    github('jfjelstul/worldcup'),
    'facts only',
    '2026-06-30',
  ),
  source(
    'tennis-2024',
    'Tennis players (facts), Jeff Sackmann, December 2024',
    github('JeffSackmann/tennis_atp'),
    'facts only',
    '2024-12-31',
  ),
  source(
    'formula-one-2026',
    'F1DB, Formula One drivers and constructors, August 2026',
    github('f1db/f1db'),
    'CC BY 4.0',
    '2026-08-31',
  ),
  source('nba-2026', 'Players of the NBA, nba_api, season 2025-26', github('swar/nba_api'), 'MIT', '2026-06-30'),
  source('wikidata-rows-2026', 'Wikidata, dates of notable things, June 2026', WIKIDATA, 'CC0', '2026-06-30'),
  source('wikidata-places-2022', 'Wikidata, places, 2022', WIKIDATA, 'CC0', '2022-12-31'),
  source(
    'parties-2026',
    'Political parties, Party Facts and Wikipedia, 2026',
    'https://partyfacts.herokuapp.com/',
    'MIT',
    '2026-11-22',
  ),
  source(
    'igos',
    'International organisations (facts)',
    'https://en.wikipedia.org/wiki/List_of_intergovernmental_organizations',
    'facts only',
    '2026-11-22',
  ),
  source(
    'sp500-2026',
    'Companies of the S&P 500, 2026',
    github('datasets/s-and-p-500-companies'),
    'ODC-PDDL',
    '2026-06-30',
  ),
  source(
    'pyticker-2026',
    'Companies of share indices, pytickersymbols, April 2026',
    github('portfolioplus/pytickersymbols'),
    'MIT',
    '2026-04-30',
  ),
  source(
    'news-sites-2023',
    'News sites, news-homepages, May 2023',
    github('palewire/news-homepages'),
    'MIT',
    '2023-05-31',
  ),
  source('us-newspapers-2025', 'Newspapers of the United States (Wikidata), 2025', WIKIDATA, 'CC0', '2025-12-31'),
  source('clubs-2026', 'Football clubs, reep, April 2026', github('withqwerty/reep'), 'CC0', '2026-04-30'),
  source('historic-events', 'Wikidata, wars and battles, 2024', WIKIDATA, 'CC0', '2024-12-31'),
  source(
    'news-topics-2026',
    'Events in the news by day (titles and days, Wikipedia), March 2026',
    github('ianrastall/current-events-context'),
    'facts only',
    '2026-03-28',
  ),
  source('ror-2026', 'Research Organization Registry', 'https://ror.org/', 'CC0', '2026-11-22'),
  source(
    'un-sanctions-2026',
    'United Nations sanctions list, February 2026',
    'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    'facts only',
    '2026-02-27',
  ),
  source(
    'eu-sanctions-2026',
    'European Union sanctions lists, August 2026',
    'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
    'facts only',
    '2026-08-31',
  ),
  source(
    'name-suggestion-2026',
    'Brands and operators, name-suggestion-index, September 2026',
    github('osmlab/name-suggestion-index'),
    'BSD-3-Clause',
    '2026-09-30',
  ),
  source('fb15k', 'Well-known entities with aliases (FB15k-Wikidata)', WIKIDATA, 'MIT', '2017-12-31'),
  source(
    'wordnet-2026',
    'Names of Open English WordNet and English NameNet, 2026',
    github('globalwordnet/english-namenet'),
    'CC BY 4.0',
    '2026-08-31',
  ),
  source('wikidata-deaths-2026', 'Wikidata, deaths of well-known people, August 2026', WIKIDATA, 'CC0', '2026-08-31'),
  source(
    'pantheon-2025',
    'Famous people (facts), Pantheon, 2025',
    'https://pantheon.world/',
    'facts only',
    '2025-12-31',
  ),
  source('notable-2026', 'Wikidata and Wikipedia facts of notable things, June 2026', WIKIDATA, 'CC0', '2026-06-30'),
  source(
    'vital-2025',
    'Vital articles of Wikipedia (titles) with Wikidata ids, 2025',
    WIKIDATA,
    'facts only',
    '2025-07-31',
  ),
  source(
    'natural-earth-2017',
    'Natural Earth, rivers, lakes and regions, 2017',
    'https://www.naturalearthdata.com/',
    'public domain',
    '2017-12-31',
  ),
  source('airports-2026', 'Airports (facts), June 2026', github('lxndrblz/Airports'), 'facts only', '2026-06-30'),
  source('films-2023', 'American films, April 2023', github('prust/wikipedia-movie-data'), 'MIT', '2023-04-30'),
];

/** The day of the youngest source: as of then the pack is made. */
export const EDITION: Day = IMPORT_SOURCES.map(({ asOf }) => asOf)
  .toSorted()
  .at(-1) as Day;

const RANKS = new Map(IMPORT_SOURCES.map(({ id }, rank) => [id, rank]));

/** 0 is believed first. */
export const trustOf = (id: string): number => RANKS.get(id) ?? IMPORT_SOURCES.length;

/** What every row of a source says of where it is from. */
export function from(id: string): { readonly source: string; readonly asOf: Day } {
  const found = IMPORT_SOURCES[trustOf(id)];
  if (!found) throw new Error(`no source has the id "${id}"`);
  return { source: found.id, asOf: found.asOf };
}
