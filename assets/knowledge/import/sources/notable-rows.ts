/** Things of Wikidata, by the lists that the file has them from. Long because two tables say which lists count, and as what. */
import * as v from 'valibot';
import type { Kind, PropertyName } from '../../../../lib/facts';
import { buildingNoun } from '../building-noun';
import type { Countries } from '../countries';
import type { Desk } from '../desk';
import { fameOfSitelinks } from '../fame';
import { type Imported, type ImportedFact, type Maker, OPEN } from '../imported';
import { IN_NEWS } from '../in-news';
import { qid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'wikidata-notable-rows-2026.ndjson.gz';
const SCHEMA = v.object({
  qid,
  name: text,
  kind: text,
  dates: v.optional(v.array(v.tuple([text, v.string()])), []),
  sitelinks: v.number(),
  facts: v.optional(v.record(v.string(), v.string()), {}),
});

type Use = readonly [kind: Kind, what: string];
const rows = (kind: Kind, whats: Record<string, string>): Array<[string, Use]> =>
  Object.entries(whats).map(([group, what]) => [group, [kind, what]]);

/** The groups of the file that news names; the rest (sweets, hymns, fonts) is skipped. */
const GROUPS: ReadonlyMap<string, Use> = new Map([
  ...rows('person', {
    ruler: 'ruler',
    'nobel laureates': 'Nobel laureate',
    'person: actors': 'actor',
    'person: explorers': 'explorer',
    'person: football players': 'football player',
    'person: inventors': 'inventor',
    'person: novelists': 'novelist',
    'person: revolutionaries': 'revolutionary',
    'person: military officers': 'military officer',
    'person: composers': 'composer',
    'person: scientists': 'scientist',
    'person: painters': 'painter',
    'person: philosophers': 'philosopher',
    'person: statespeople': 'statesperson',
    'person: monarchs': 'monarch',
    'person: religious leaders': 'religious leader',
    'person: musicians': 'musician',
    'person: writers': 'writer',
    'person: basketball players': 'basketball player',
    'person: boxers': 'boxer',
  }),
  ...rows('work', {
    albums: 'album',
    'video games': 'video game',
    films: 'film',
    paintings: 'painting',
    sculptures: 'sculpture',
    'tv shows': 'television series',
    books: 'book',
    'comic book series': 'comic',
    'plays premiere': 'play',
    'musicals premiere': 'musical',
    'graphic novels': 'graphic novel',
  }),
  ...rows('place', {
    stadiums: 'stadium',
    'castles and palaces': 'castle or palace',
    'bridges towers and skyscrapers': 'building',
    'religious buildings': 'religious building',
    'notable buildings and structures': 'building',
    'museums and historic sites': 'museum or historic site',
    'historic landmarks': 'landmark',
    'historic sites': 'historic site',
  }),
  ...rows('place', {
    'historical countries': 'former country',
    colonies: 'former colony',
    'colonial empires': 'colonial empire',
    'historical states': 'former state',
    'rail lines': 'railway line',
  }),
  ...rows('group', { dynasties: 'dynasty', 'online communities': 'online community' }),
  ...rows('event', {
    battles: 'battle',
    coups: 'coup',
    massacres: 'massacre',
    wars: 'war',
    revolutions: 'revolution',
    'protests riots and uprisings': 'uprising',
    'disease outbreaks': 'outbreak',
    'space missions': 'space mission',
    'declarations of independence': 'declaration of independence',
  }),
  ...rows('concept', {
    'aircraft families': 'aircraft',
    aircraft: 'aircraft',
    'weapon models': 'weapon',
    'weapon families': 'weapon',
    'combat vehicle models': 'combat vehicle',
    'combat vehicle families': 'combat vehicle',
    'automobile models': 'car',
    'cell phone models': 'mobile phone',
    'operating systems': 'operating system',
    'mobile apps': 'app',
    'video game consoles': 'video game console',
    'web browsers': 'web browser',
  }),
  ...rows('media', {
    newspapers: 'newspaper',
    'radio stations': 'radio station',
    'tv channels': 'television channel',
    websites: 'website',
    podcasts: 'podcast',
    // Of radio or television: the group holds both.
    'radio programs': 'programme',
  }),
  ...rows('company', {
    'brands and companies': 'brand or company',
    airlines: 'airline',
    'restaurant chains': 'restaurant chain',
    'social networking services': 'social network',
  }),
  ...rows('team', {
    'football clubs': 'football club',
    'rugby clubs': 'rugby club',
    'f1 teams': 'Formula One team',
    'nhl franchises': 'ice hockey team',
    'nba franchises': 'basketball team',
    'nfl franchises': 'American football team',
    'mlb franchises': 'baseball team',
  }),
]);
const SKIPPED = new Set([
  'archaeological cultures',
  'writing systems',
  'fictional characters',
  'candy and sweets',
  'alcohol brands',
  'historical hymns and carols',
  'programming languages',
  'historical national anthems',
  'historical children songs and nursery rhymes',
  'board games',
  'art movements',
  'historical eras',
  'comic books',
  'breakfast cereals',
  'game engines',
  'toys',
  'toy lines',
  'computing milestones',
  'domestic and kitchen tech',
  'media and imaging tech',
  'museums and historic sites establishment',
  'human inventions discoveries',
  'historical folk songs',
  'historic national parks establishment',
]);

/** What the label of a date means: "tv shows first air year". Of what began the end is not known, so it is told as a point. */
const SAYS: readonly (readonly [shape: RegExp, property: PropertyName, words: string | null])[] = [
  [/death year$/, 'died', null],
  [/founding year$|(?:countries|states|colonies|dynasties) creation year$/, 'founded', null],
  [/^(?:battles|coups|massacres|protests\b.*|declarations\b.*) year$/, 'took-place', null],
  [/fall year$/, 'ended', null],
  // The year in which it was begun, or done: the file has either.
  [/construction start year$/, 'event', 'Dates from'],
  [/first flight year$/, 'event', 'First flight'],
  [/first air year$/, 'event', 'First broadcast'],
  [/premiere year$/, 'event', 'First performed'],
  [/release year$/, 'event', 'Released'],
  [/publication year$/, 'event', 'Published'],
  // Of weapons and vehicles the year of the first design, as often as that of service.
  [/introduction year$/, 'event', 'Designed or introduced'],
  [/launch year$/, 'event', 'Launched'],
  [/opening year$/, 'event', 'Opened'],
  [/completion year$/, 'event', 'Completed'],
  [/(?:paintings|sculptures) creation year$/, 'event', 'Made'],
  [/start year$/, 'event', 'Began'],
];

/** Known things of Wikidata with their class and a date or two. */
export function* notableRows(desk: Desk, countries: Countries): Generator<Imported> {
  for (const { place, value } of desk.rows(FILE, SCHEMA)) {
    const use = GROUPS.get(value.kind);
    if (!use) {
      if (!SKIPPED.has(value.kind))
        desk.report(place, 'left-out', 'kind', `"${value.kind}" is no group that the importer knows`);
      continue;
    }
    const [kind, what] = use;
    const { country, position, ...makers } = mapValues(value.facts);
    const occupations = listOf(value.facts.occupation);
    const facts = value.dates.flatMap(([label, date]): ImportedFact[] => {
      const says = SAYS.find(([shape]) => shape.test(label));
      // A date that is only known to the century has become the first year of it.
      const start = says && !/00$/.test(date) ? desk.date(place, 'dates', date) : null;
      if (!says || start === null) return [];
      const [, property, words] = says;
      const isPoint = property === 'event' || property === 'took-place';
      return [{ property, ...(words === null ? {} : { words }), start, end: isPoint ? start : null }];
    });
    const maker = makers.artist ?? makers.director ?? makers.author ?? makers.creator ?? makers.developer;
    const prize = Object.entries(PRIZES).find(([field]) => value.facts.award?.includes(field))?.[1];
    const plays = occupations.includes('American football player') ? 'American football player' : null;
    const said =
      kind === 'person'
        ? position
        : kind === 'work' || kind === 'concept'
          ? (maker ?? (what === 'aircraft' ? null : firmOf(makers.manufacturer)))
          : null;
    const year = kind === 'event' || kind === 'work' ? yearOf(facts[0]?.start) : null;
    // "War · 1337" would be of that year alone.
    const when = year !== null && kind === 'event' && facts[0]?.words === 'Began' ? `began ${year}` : year;
    yield {
      ...OPEN,
      ...place,
      ...from('wikidata-rows-2026'),
      qid: value.qid,
      kind,
      name: value.name,
      country: country ?? onlyCountry(listOf(value.facts.nationality), countries),
      what:
        kind !== 'person'
          ? whatOf(what, facts, value.name)
          : prize && what === 'Nobel laureate'
            ? `${what} in ${prize}`
            : (plays ?? (occupations.length === 1 && !RULES.has(what) ? (occupations[0] ?? what) : what)),
      facts,
      maker: kind === 'work' ? makerOf(value.facts) : null,
      remark: [said, when].filter(Boolean).join(', ') || null,
      fame: fameOfSitelinks(value.sitelinks),
      wanted: value.sitelinks >= (IN_NEWS[value.kind] ?? Number.POSITIVE_INFINITY),
    };
  }
}

/** "0101" is the year 101. */
const yearOf = (start: string | null | undefined): string | null => (start ? String(Number(start.slice(0, 4))) : null);

/** Of several nobody is told: the lists are in no order. */
function makerOf(facts: Readonly<Record<string, string>>): Maker | null {
  for (const role of ['director', 'author', 'artist'] as const) {
    const [name, ...others] = listOf(facts[role]);
    if (name !== undefined) return others.length === 0 ? { role, name } : null;
  }
  return null;
}

const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('||')
    .map((one) => one.trim())
    .filter(Boolean);

/** Lists are in no order: who is of several countries is of none that we could name. */
function onlyCountry(written: readonly string[], countries: Countries): string | null {
  // Of Alexander's Macedonia none of today's countries is the heir.
  const found = new Set(
    written.flatMap((one) => (/^(?:ancient )?macedonia/i.test(one) ? [] : (countries.find(one)?.name ?? []))),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Venice was a state, and is a city: a state is a former one where the day of its fall is known. */
function whatOf(what: string, facts: readonly ImportedFact[], name: string): string | null {
  if (/^(?:former|colonial) /.test(what)) return facts.some(({ property }) => property === 'ended') ? what : null;
  return BUILT.has(what) ? (buildingNoun(name) ?? what) : what;
}
/** Rough groups of what stands somewhere. */
const BUILT = new Set([
  'castle or palace',
  'building',
  'religious building',
  'museum or historic site',
  'landmark',
  'historic site',
]);

/** Who reigned is a politician only in a list of trades. */
const RULES = new Set(['ruler', 'monarch']);

const PRIZES: Readonly<Record<string, string>> = {
  'in Physics': 'physics',
  'in Chemistry': 'chemistry',
  'in Physiology or Medicine': 'medicine',
  'in Literature': 'literature',
  'Peace Prize': 'peace',
  'in Economic': 'economics',
};

/** Where it is made stands in the place of who makes it. */
const NO_FIRM = new Set(
  "Marignane|Samara|Buffalo|Brunswick|Novosibirsk|Trenton|Yekaterinburg|California|Mexico|Turin|Plymouth|Nizhny Novgorod|Omsk|Kirov|Russian Empire|North Korea|Warsaw|People's Republic of China".split(
    '|',
  ),
);
const firmOf = (made: string | undefined): string | undefined => (made && !NO_FIRM.has(made) ? made : undefined);

/** "Director||Producer": the first of a list; an empty cell says nothing. */
const mapValues = (facts: Readonly<Record<string, string>>): Partial<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(facts)
      .map(([name, cell]) => [name, cell.split('||')[0]?.trim() ?? ''] as const)
      .filter(([, cell]) => cell !== ''),
  );
