/**
 * Which rows of all files are about one thing. Wikidata ids and articles are identities; a name is none: rows without an id
 * are joined by name, kind and one more fact that agrees (a birth, a founding, a country). What has a namesake and no
 * such fact stays out, since a card about two people is worse than none. Long because each
 * way to join is weighed against the others here.
 */
import { foldText } from '../../../lib/text';
import { activeAges } from './active-ages';
import type { Countries } from './countries';
import type { Desk } from './desk';
import { eventKey } from './event-key';
import type { Imported } from './imported';
import type { KnownTitles } from './known-titles';
import { trustOf } from './source-list';
import { stateIn } from './sources/congress';

export interface Joined {
  readonly qid: string | null;
  readonly title: string | null;
  /** The most trusted first. */
  readonly rows: readonly Imported[];
}

interface Cluster {
  qid: string | null;
  title: string | null;
  rows: Imported[];
}

/** Words that say too little of a person or body to tell it from a namesake. */
const VAGUE = new Set([
  'politician',
  'politician or leader',
  'writer',
  'artist or musician',
  'actor',
  'athlete',
  'company',
  'singer',
  'musician',
  'person under sanctions',
  'organisation under sanctions',
  'company under sanctions',
  'news site',
  'body',
]);

const MUCH_READ = 26;

const INDICES = new Set(['sp500-2026', 'pyticker-2026']);

/** Sources differ by so many on when somebody was born. */
const DOUBTFUL_YEARS = 3;

export function joinRows(
  all: readonly Imported[],
  desk: Desk,
  countries: Countries,
  known: Pick<KnownTitles, 'fame'>,
): Joined[] {
  const rows = [...all].sort((one, other) => trustOf(one.source) - trustOf(other.source));
  const idOf = idsByTitle(rows, desk);
  const clusters = new Map<string, Cluster>();
  const nameless: Imported[] = [];
  const spelt = new Map<string, string>();
  for (const row of rows) {
    const its = row.title && (row.qid === null || idOf.get(row.title) === row.qid) ? row.title : null;
    const title = its !== null && row.kind === 'event' ? (spelt.get(eventKey(its)) ?? its) : its;
    if (title !== null && row.kind === 'event') spelt.set(eventKey(title), title);
    const qid = row.qid ?? (title === null ? null : (idOf.get(title) ?? null));
    if (qid === null && title === null) {
      nameless.push(row);
      continue;
    }
    const key = qid ?? `title ${title}`;
    const cluster = clusters.get(key);
    if (!cluster) clusters.set(key, { qid, title, rows: [row] });
    else if (isStranger(row, cluster.rows, countries))
      desk.report(
        row,
        'left-out',
        'qid',
        `"${row.name}" has the id of "${cluster.rows[0]?.name}", and is somebody else`,
      );
    else {
      // "Madonna (entertainer)" of 2017 is "Madonna" today.
      const isMoved = row.source === 'vital-2025' && title !== null && cluster.title?.replace(/ \(.*\)$/, '') === title;
      cluster.title = isMoved ? title : (cluster.title ?? title);
      cluster.rows.push(row);
    }
  }

  const byName = new Map<string, Cluster[]>();
  const put = (cluster: Cluster): void => {
    const signs = cluster.rows.flatMap((row) => [...namesOf(row), ...birthdayOf(row)]);
    for (const name of new Set([...signs, ...agedNamesOf(cluster)])) {
      const there = byName.get(name);
      if (there) there.push(cluster);
      else byName.set(name, [cluster]);
    }
  };
  const made: Cluster[] = [];
  for (const cluster of clusters.values()) if (cluster.qid !== null && hasKind(cluster)) made.push(cluster);
  for (const cluster of made) put(cluster);
  /** Joins what has no id to what has its name; null where that is not safe. */
  const settle = (cluster: Cluster): Cluster | null => {
    const first = cluster.rows.find((row) => row.kind !== null);
    if (!first) return null;
    const others = new Set(namesOf(first).flatMap((name) => byName.get(name) ?? []));
    const told = [...others].map((other) => ({ other, is: compareTitled(cluster, other, countries) }));
    const same = told.filter(({ is }) => is === 'same').map(({ other }) => other);
    const open = told.filter(({ is }) => is === 'open').map(({ other }) => other);
    if (same.length === 0 && open.length === 1) same.push(...open.filter((other) => isMainSense(cluster, other)));
    // Born on the same day under nearly the same name: "Son Heung-min", "Heung-min Son".
    if (same.length === 0)
      same.push(
        ...cluster.rows
          .flatMap(birthdayOf)
          .flatMap((day) => byName.get(day) ?? [])
          .filter(({ rows }) => rows.some(({ name }) => isSpeltAlike(name, first.name))),
      );
    // "Pius IX" of the year in which "Pope Pius IX" was born, who is called so besides.
    if (same.length === 0) same.push(...new Set(agedNamesOf(cluster).flatMap((name) => byName.get(name) ?? [])));
    const found = same[0];
    // Of two people who may both be meant neither is taken.
    if (found && (first.kind !== 'person' || same.every((one) => one === found))) {
      found.rows.push(...cluster.rows);
      found.title ??= cluster.title;
      return found;
    }
    if (found || open.length > 0) {
      desk.report(
        first,
        'left-out',
        'name',
        `"${first.name}" has a namesake, and nothing tells whether they are the same`,
      );
      return null;
    }
    made.push(cluster);
    put(cluster);
    return cluster;
  };
  for (const cluster of clusters.values()) if (cluster.qid === null) settle(cluster);
  for (const row of nameless) settle({ qid: null, title: null, rows: [row] });
  for (const cluster of clusters.values()) if (!hasKind(cluster)) findArticle(cluster, byName, known);
  return made.map(({ qid, title, rows: joined }) => ({
    qid,
    title,
    rows: joined.toSorted((one, other) => trustOf(one.source) - trustOf(other.source)),
  }));
}

/** An id that a file has wrong: no word of the name is shared, and neither is the country. */
function isStranger(row: Imported, rows: readonly Imported[], countries: Countries): boolean {
  if (row.kind !== 'person' || row.title !== null) return false;
  const words = new Set(rows.flatMap(({ name, title, aliases }) => [name, title ?? name, ...aliases]).flatMap(partsOf));
  if ([row.name, ...row.aliases].flatMap(partsOf).some((word) => words.has(word))) return false;
  const [lands, others] = [landsOf([row], countries), landsOf(rows, countries)];
  return lands.size > 0 && others.size > 0 && ![...lands].some((land) => others.has(land));
}
const partsOf = (name: string): string[] =>
  foldText(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

/** Gives the one that may be meant by an article, whose list does not say what it is about, that article. */
function findArticle(
  { title, rows }: Cluster,
  byName: ReadonlyMap<string, readonly Cluster[]>,
  known: Pick<KnownTitles, 'fame'>,
): void {
  // "Bazaar" is a market first, and a chain of shops: an article of a firm that we may have is much read.
  if (title === null || known.fame(title) < MUCH_READ) return;
  const found = rows.flatMap(({ mayBe }) => mayBe).flatMap((kind) => byName.get(`${kind} ${plainName(title)}`) ?? []);
  const [only, ...others] = found;
  if (!only || others.length > 0 || only.title !== null) return;
  only.title = title;
  only.rows.push(...rows);
}

const hasKind = ({ rows }: Cluster): boolean => rows.some(({ kind }) => kind !== null);

/** "B. B. King" is "B.B. King", "The Denver Post" the "Denver Post", and an article has no brackets in its name. */
const namesOf = ({ kind, name, title }: Imported): string[] =>
  kind === null ? [] : [name, title ?? name].map((one) => `${kind} ${plainName(one)}`);

const plainName = (name: string): string =>
  foldText(name.replace(/ \(.*\)$/, '').replace(/^the\s+(?=\S)/i, '')).replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1');

/** Only a whole date says something of who it is. */
const birthdayOf = ({ kind, facts }: Imported): string[] =>
  kind !== 'person'
    ? []
    : facts.flatMap(({ property, start }) => (property === 'born' && start?.length === 10 ? [`born ${start}`] : []));

/** All names of two words and more, with the year of birth: one that was born then has not the name of another by chance. */
function agedNamesOf({ rows }: Cluster): string[] {
  if (!rows.some(({ kind }) => kind === 'person')) return [];
  const born = yearOf(rows, 'born');
  if (born === null) return [];
  const names = rows.flatMap(({ name, title, aliases }) => [name, title ?? name, ...aliases]).map(plainName);
  return [...new Set(names)].filter((name) => name.includes(' ')).map((name) => `aged ${born} ${name}`);
}

/** The same words in another order, or the same surname behind the same first letter. */
function isSpeltAlike(one: string, other: string): boolean {
  const [ones, others] = [plainName(one).split(' '), plainName(other).split(' ')];
  if (ones.toSorted().join(' ') === others.toSorted().join(' ')) return true;
  return ones.length > 1 && ones[0]?.[0] === others[0]?.[0] && ones.at(-1) === others.at(-1);
}

/** An article has one id: where files differ, the more trusted one is believed. */
function idsByTitle(rows: readonly Imported[], desk: Desk): Map<string, string> {
  const ids = new Map<string, string>();
  for (const row of rows) {
    if (row.title === null || row.qid === null) continue;
    const known = ids.get(row.title);
    if (known === undefined) ids.set(row.title, row.qid);
    else if (known !== row.qid)
      desk.report(row, 'remark', 'title', `"${row.title}" is the article of ${known}, not of ${row.qid}`);
  }
  return ids;
}

/** Two articles are about two things, whatever their names; of people one may have been moved since. */
function compareTitled(one: Cluster, other: Cluster, countries: Countries): 'same' | 'other' | 'open' {
  if (one.title !== null && other.title !== null && one.title !== other.title && one.rows[0]?.kind !== 'person')
    return 'other';
  const is = compare(one.rows, other.rows, countries);
  return is === 'open' && isFamousNamesake(one, other) ? 'same' : is;
}

/** Of 631 such pairs that can be tested by a birth elsewhere 629 are one person; of politicians sons have their fathers' names. */
const STAGE = new Set(['actor', 'singer', 'musician', 'film director', 'comedian']);

/** The list of the famous has the best known of a name, and so has the article without brackets: where both act, they are one. */
const isFamousNamesake = (one: Cluster, { title, rows }: Cluster): boolean =>
  title !== null &&
  one.title === null &&
  one.rows.every(
    ({ source, name, what }) =>
      source === 'pantheon-2025' &&
      STAGE.has(what ?? '') &&
      foldText(name) === foldText(title) &&
      rows.some((row) => row.what?.replace('actress', 'actor') === what),
  );

/** They tell of what is known by the name alone, and little of it. */
const NAMERS = new Set(['wordnet-2026', 'name-suggestion-2026']);

/** Of a name a dictionary has the main sense alone, and so has the article that needs no brackets: "Bolzano". */
const isMainSense = ({ title, rows }: Cluster, other: Cluster): boolean =>
  title !== null &&
  rows.every(({ kind, name }) => kind !== 'person' && foldText(name) === foldText(title)) &&
  other.title === null &&
  other.rows.every(({ source }) => NAMERS.has(source));

/** Are two sets of rows, with the same name and kind, about one thing? */
function compare(
  ones: readonly Imported[],
  others: readonly Imported[],
  countries: Countries,
): 'same' | 'other' | 'open' {
  const births = [yearOf(ones, 'born'), yearOf(others, 'born')];
  if (births[0] !== null && births[1] !== null) return compareBirths(Number(births[0]), Number(births[1]));
  const isPerson = ones.some(({ kind }) => kind === 'person');
  const [lands, otherLands] = [landsOf(ones, countries), landsOf(others, countries)];
  const shared = [...lands].some((land) => otherLands.has(land));
  const apart = lands.size > 0 && otherLands.size > 0 && !shared;
  const whats = new Set(others.flatMap(({ what }) => what ?? []));
  const alike = ones.some(({ what }) => what !== null && !VAGUE.has(what) && whats.has(what));
  // A son has his father's name, and a mayor that of a member of Congress two centuries ago.
  if (isPerson && (apart || !activeAges(ones, others) || !activeAges(others, ones))) return 'other';
  // A country has many politicians of one name: a post has one.
  if (isPerson) return alike || (shared && (sharesPost(ones, others) || areInOneHouse(ones, others))) ? 'same' : 'open';
  // Two lists of one exchange put the seat where the tax is, or take "IN" for India.
  const areListed = (rows: readonly Imported[]): boolean => rows.some(({ source }) => INDICES.has(source));
  if (apart && ones.every(({ source }) => INDICES.has(source)) && areListed(others)) return 'same';
  if (apart) return 'other';
  // Every town has its "Daily News": the article in whose brackets the town stands is of one of them.
  const isPaperOf = [...ones, ...others].some(({ kind, title }) => kind === 'media' && title?.includes('('));
  if (isPaperOf && !ones.some(({ region }) => region !== null && others.some((other) => other.region === region)))
    return 'open';
  // What a map draws by that name, where nothing else is called so.
  if (whats.has('natural feature') && ones.every(({ source }) => source === 'natural-earth-2017')) return 'same';
  const founded = [yearOf(ones, 'founded'), yearOf(others, 'founded')];
  if (founded[0] !== null && founded[0] === founded[1]) return 'same';
  // Two firms of one name of several words would not be let into one register.
  const isFirm = [...ones, ...others].every(({ kind }) => kind === 'company');
  const long = new Set(others.flatMap(namesOf).filter((name) => name.split(' ').length > 2));
  return shared || (isFirm && ones.flatMap(namesOf).some((name) => long.has(name))) ? 'same' : 'open';
}

/** The same office, begun in the same year or ended in it, or any that began on the same day. */
function sharesPost(ones: readonly Imported[], others: readonly Imported[]): boolean {
  const posts = new Set(others.flatMap(postsOf));
  return ones.flatMap(postsOf).some((post) => posts.has(post));
}

const postsOf = ({ facts }: Imported): string[] =>
  facts.flatMap(({ property, words, start, end }) =>
    property !== 'office'
      ? []
      : [
          ...(start?.length === 10 ? [start] : []),
          ...[start, end].flatMap((day) => (day ? [`${foldText(words ?? '')} ${day.slice(0, 4)}`] : [])),
        ],
  );

/** Years that may lie between two offices of one career. */
const LONGEST_REST = 10;

/** A land has few ministers and members of its parliament of one name at one time, and any number of mayors. */
function areInOneHouse(ones: readonly Imported[], others: readonly Imported[]): boolean {
  const isLocal = [ones, others].some((rows) => rows.every(({ source }) => source === 'open-states-2026'));
  if (isLocal && !sharesState(ones, others)) return false;
  const [one, other] = [ones, others].map((rows) =>
    rows.flatMap(({ facts }) =>
      facts.flatMap(({ property, start, end }) =>
        property === 'office' ? [start, end].flatMap((day) => (day ? [Number(day.slice(0, 4))] : [])) : [],
      ),
    ),
  );
  if (!one?.length || !other?.length) return false;
  return (
    Math.max(Math.min(...one), Math.min(...other)) - Math.min(Math.max(...one), Math.max(...other)) <= LONGEST_REST
  );
}

function sharesState(ones: readonly Imported[], others: readonly Imported[]): boolean {
  const statesOf = (rows: readonly Imported[]): string[] =>
    rows.flatMap(({ facts }) =>
      facts.flatMap(({ property, words }) => (property === 'office' ? (stateIn(words ?? '') ?? []) : [])),
    );
  const states = new Set(statesOf(others));
  return statesOf(ones).some((state) => states.has(state));
}

/** Isaac Newton was born in 1642 or 1643, by the calendar that is asked. */
const compareBirths = (one: number, other: number): 'same' | 'other' | 'open' =>
  one === other ? 'same' : Math.abs(one - other) <= DOUBTFUL_YEARS ? 'open' : 'other';

function yearOf(rows: readonly Imported[], property: 'born' | 'founded'): string | null {
  for (const { facts } of rows) {
    const start = facts.find((fact) => fact.property === property && fact.start)?.start;
    if (start) return start.replace('~', '').slice(0, 4);
  }
  return null;
}

const landsOf = (rows: readonly Imported[], countries: Countries): Set<string> =>
  new Set(rows.flatMap(({ country }) => countries.find(country)?.key ?? []));
