/** What each file of facts tells of a thing, for the table that stands in the place of Wikipedia and Wikidata. */

/** One row of a file. What a file leaves open another one may tell. */
export interface ToldThing {
  readonly qid?: string;
  /** Of its article in the English Wikipedia, where the file says which one that is. */
  readonly title?: string;
  readonly name: string;
  readonly kind?: string;
  /** Years. */
  readonly start?: string;
  readonly end?: string;
  readonly words?: readonly string[];
  readonly aliases?: readonly string[];
  /** Title, first day, last day, as far as known. */
  readonly posts?: readonly (readonly [title: string, start: string, end: string])[];
}

type Raw = Readonly<Record<string, unknown>>;
type Reader = (row: Raw) => ToldThing | null;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const year = (value: unknown): string => /^-?\d{1,4}(?!\d)/.exec(text(value))?.[0] ?? '';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => list(value).map(text).filter(Boolean);
/** "https://en.wikipedia.org/wiki/Ada_Example" → "Ada Example". */
const titleIn = (address: unknown): string =>
  decodeURIComponent(
    text(address)
      .replace(/^.*\/wiki\//, '')
      .replaceAll(/%(?![\dA-F]{2})/gi, '%25'),
  ).replaceAll('_', ' ');
const numberIn = (address: unknown): string => /Q\d+$/.exec(text(address))?.[0] ?? '';
const bare = (title: string): string => title.replace(/ \([^()]*\)$/, '');

/** Words of a topic are a class: "people: writers and journalists" are no words of one person. */
const TOPICS: readonly (readonly [RegExp, string])[] = [
  [/writers and journalists/, 'writer journalist author'],
  [/artists, musicians, composers/, 'musician artist composer'],
  [/sports figures/, 'sportsperson'],
  [/politicians|leaders/, 'politician'],
  [/scientists|inventors/, 'scientist'],
  [/military|revolutionaries|activists/, 'officer activist'],
  [/religious/, 'cleric'],
  [/entertainers|directors|producers|actors/, 'actor film director'],
];
const topicOf = (topic: string): string => TOPICS.find(([pattern]) => pattern.test(topic))?.[1] ?? '';

/** Kinds of files in ours. What is not here is known by its words alone. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:person|ruler|people)$/, 'person'],
  [/^(?:place|location|stadiums|castles|bridges|religious buildings|airport|river|mountain|lake|island)/, 'place'],
  [/^(?:albums|video games|films|paintings|songs?|work|books|operas|tv)/, 'work'],
  [/^(?:coups|massacres|battles|wars|elections|event|earthquakes)/, 'event'],
  [/^(?:group|organisation|armed group|religious group)/, 'group'],
  [/^(?:newspapers|media|news site)/, 'media'],
  [/^(?:company|airlines|Formula One constructor)/, 'company'],
  [/^(?:football club|team)/, 'team'],
];
const kindIn = (kind: unknown): string => KINDS.find(([pattern]) => pattern.test(text(kind)))?.[1] ?? '';

const postsIn = (value: unknown): (readonly [string, string, string])[] =>
  list(value).map((post) => {
    const [title, start, end] = list(post).map(text);
    return [title ?? '', start ?? '', end ?? ''] as const;
  });

const CHAMBERS: Readonly<Record<string, string>> = {
  sen: 'United States senator',
  rep: 'member of the United States House of Representatives',
  prez: 'President of the United States',
  viceprez: 'Vice President of the United States',
};

/** Of a member of the US Congress or executive, as `congress-legislators` has them. */
export function readAmerican(row: Raw): ToldThing | null {
  const [id, name, bio] = [row.id, row.name, row.bio] as [Raw, Raw, Raw];
  const title = text(id.wikipedia);
  const posts = list(row.terms).map((term) => {
    const { type, start, end } = term as Raw;
    return [CHAMBERS[text(type)] ?? 'politician', text(start), text(end)] as const;
  });
  return {
    qid: text(id.wikidata),
    title,
    name: bare(title) || text(name.official_full) || `${text(name.first)} ${text(name.last)}`,
    kind: 'person',
    start: year(bio.birthday),
    words: ['American politician'],
    posts,
  };
}

/** Of an international organisation. */
export const readOrganisation = (name: string, row: Raw): ToldThing => ({
  qid: /^Q\d+$/.exec(text(row.Wikidata_code))?.[0] ?? '',
  name: text(row.Name_en) || name,
  kind: 'group',
  start: year(row.Year_established),
  words: ['international organization'],
  aliases: [text(row.Abbreviation_en)].filter(Boolean),
});

export const READERS: Readonly<Record<string, Reader>> = {
  'politicians-wikidata-2022': ({ q, en, n, dob, dod, pos }) => ({
    qid: text(q),
    title: text(en),
    name: text(n) || bare(text(en)),
    kind: 'person',
    start: year(dob),
    end: year(dod),
    words: ['politician'],
    posts: postsIn(pos),
  }),
  'officeholders-2026': ({ qid, title, name, born, posts, aliases }) => ({
    qid: text(qid),
    title: text(title),
    name: text(name),
    kind: 'person',
    start: year(born),
    words: ['politician'],
    aliases: texts(aliases),
    posts: postsIn(posts),
  }),
  'legislatoR-core': ({ wikidataid, wikititle, name, birth, death, country }) => ({
    qid: text(wikidataid),
    // Titles of other wikis than the English one are no titles here.
    title: ['GBR', 'USA', 'IRL', 'CAN'].includes(text(country)) ? titleIn(wikititle) : '',
    name: text(name),
    kind: 'person',
    start: year(birth),
    end: year(death),
    words: ['politician'],
  }),
  'congress-historical': ({ wikipedia_id, full_name, first_name, last_name, birthday, type }) => ({
    title: text(wikipedia_id),
    name: bare(text(wikipedia_id)) || text(full_name) || `${text(first_name)} ${text(last_name)}`,
    kind: 'person',
    start: year(birthday),
    words: ['American politician', CHAMBERS[text(type)] ?? ''],
  }),
  'sportspeople-2026': ({ qid, title, name, occupation, born, died, aliases, kind }) => ({
    qid: text(qid),
    title: text(title),
    name: text(name),
    kind: kindIn(kind),
    start: year(born),
    end: year(died),
    words: [text(occupation)],
    aliases: texts(aliases),
  }),
  'people-pantheon-2025': ({ qid, name, occupation, born, died }) => ({
    qid: text(qid),
    name: text(name),
    kind: 'person',
    start: year(born),
    end: year(died),
    words: [text(occupation)],
  }),
  // Its names are titles of articles.
  pantheon1: ({ name, birthyear, occupation }) => ({
    title: text(name),
    name: bare(text(name)),
    kind: 'person',
    start: year(birthyear),
    words: [text(occupation).toLowerCase()],
  }),
  'vital-kinds-2024-2025': ({ qid, title, kind, born, topic }) => ({
    qid: text(qid),
    title: text(title),
    name: bare(text(title)),
    kind: kindIn(kind),
    start: year(born),
    words: [topicOf(text(topic)) || (text(kind) === 'person' ? '' : text(topic).replace(/^.*: /, ''))],
  }),
  'fb15k-wikidata': ({ wikidata_id, wikipedia, description, label, alternatives }) => ({
    qid: text(wikidata_id),
    title: titleIn(wikipedia),
    name: text(label) || bare(titleIn(wikipedia)),
    words: [text(description)],
    aliases: texts(alternatives),
  }),
  'wordnet-names-2026': ({ qid, name, aliases, kind }) => ({
    qid: text(qid),
    name: text(name),
    kind: kindIn(kind),
    aliases: texts(aliases),
  }),
  'wikidata-notable-rows-2026': ({ qid, name, kind, facts }) => ({
    qid: text(qid),
    name: text(name),
    kind: kindIn(kind),
    words: [text(kind).replace(/s$/, ''), text((facts as Raw | undefined)?.position)],
  }),
  'places-wikidata-2022': ({ id, wikipedia_title, description, instance_of, label }) => ({
    qid: text(id),
    title: text(wikipedia_title),
    name: text(label) || text(wikipedia_title),
    kind: 'place',
    words: [text(description) || text(list(instance_of)[0])],
  }),
  'football-clubs-2026': ({ qid, name, start }) => ({
    qid: text(qid),
    name: text(name),
    kind: 'team',
    start: year(start),
    words: ['football club'],
  }),
  // What stands among the aliases is the ticker, which no text uses.
  'companies-media-2026': ({ name, kind, start, industry }) => ({
    name: text(name),
    kind: kindIn(kind),
    start: year(start),
    words: [text(kind) === 'company' ? 'company' : 'website', text(industry)],
  }),
  'nsi-brands-orgs': ({ q, n, d }) => ({ qid: text(q), name: text(n), words: [text(d)] }),
  'ror-orgs': ({ q, name, est, wiki, types, acr }) => ({
    qid: text(list(q)[0]),
    title: titleIn(list(wiki)[0]),
    name: text(name),
    kind: 'group',
    start: year(est),
    words: texts(types).slice(0, 1),
    aliases: texts(acr),
  }),
  'sanctions-lists-2026': ({ name, kind, born }) => ({
    name: text(name),
    kind: kindIn(kind),
    start: /\d{4}$/.exec(text(born))?.[0] ?? year(born),
    words: [text(kind) === 'person' ? '' : text(kind)],
  }),
  'conflict-actors-2014': ({ name, kind }) =>
    kindIn(kind) === '' ? null : { name: text(name), kind: kindIn(kind), words: [text(kind)] },
  'parties-partyfacts': ({ wikidata_id, name, name_short }) => ({
    qid: text(wikidata_id),
    name: text(name),
    kind: 'group',
    words: ['political party'],
    aliases: [text(name_short)].filter(Boolean),
  }),
  'parties-wikipedia': ({ url, year_founded, year_dissolved, name, name_short }) => ({
    title: titleIn(url),
    name: text(name) || bare(titleIn(url)),
    kind: 'group',
    start: year(year_founded),
    end: year(year_dissolved),
    words: ['political party'],
    aliases: [text(name_short)].filter(Boolean),
  }),
  'us-newspapers': (row) => ({
    qid: text(row.qid),
    title: text(row['WP-title']),
    name: bare(text(row['WP-title'])),
    kind: 'media',
    words: ['newspaper'],
  }),
  'historic-events': ({ event, label, article, date }) => ({
    qid: numberIn(event),
    title: titleIn(article),
    name: text(label),
    kind: 'event',
    start: year(date),
    words: ['battle'],
  }),
  'notable-things-2026': ({ qid, enwiki }) => ({
    qid: text(qid),
    title: titleIn(enwiki),
    name: bare(titleIn(enwiki)),
  }),
  'films-songs-2026': ({ title, name, kind, year: made }) => ({
    title: text(title),
    name: text(name) || bare(text(title)),
    kind: 'work',
    start: year(made),
    words: [text(kind)],
  }),
  'airports-rivers-regions': ({ name, kind }) => ({ name: text(name), kind: 'place', words: [text(kind)] }),
};
