/** One entity out of the rows that are about it: what the most trusted source says, and what the others add. */
import type { Kind } from '../../../lib/facts';
import { foldText } from '../../../lib/text';
import type { Countries, Country } from './countries';
import type { Desk } from './desk';
import type { Imported, ImportedFact } from './imported';
import type { Joined } from './join';
import type { KnownTitles } from './known-titles';
import { isHighPost } from './rank-of-post';

export interface DraftFact extends ImportedFact {
  readonly source: string;
  readonly asOf: string;
}

export interface Draft {
  /** The Wikidata id in small letters, or a slug. */
  key: string;
  readonly kind: Kind;
  readonly name: string;
  readonly title: string | null;
  readonly qid: string | null;
  readonly aliases: readonly string[];
  readonly country: Country | null;
  readonly region: string | null;
  readonly what: string | null;
  readonly remark: string | null;
  readonly facts: readonly DraftFact[];
  readonly fame: number;
  readonly wanted: boolean;
  readonly sources: readonly string[];
  readonly asOf: string;
}

/** What a part of a country is called by, behind its name. */
const UNIT =
  / (?:[Pp]rovince|[Dd]istrict|[Cc]ounty|[Rr]egion|[Gg]overnorate|[Pp]refecture|[Dd]epartment|[Cc]anton|[Oo]blast|[Ss]tate)$/;
/** A trade ("Singer-songwriter"), a people or a band, which lists of people hold as well. */
const NO_PERSON = /^\p{L}\p{Ll}+(?:[- ]\p{Ll}{4,})+$|\b[Pp]eople$/u;
/** "Indian people": the word for them is an adjective of the country. */
const PEOPLE = /^(.+) people$/;
/** "Politician or leader", or one of a dozen groups that a person was put into: what somebody is known for others say better. */
const isRough = (source: string, kind: Kind): boolean =>
  source === 'vital-2025' || source === 'news-sites-2023' || (source === 'wikidata-rows-2026' && kind === 'person');
/** What a list of offices calls whoever stands in it: a singer who was an ambassador is a singer. */
const BY_OFFICE = new Set(['politician', 'diplomat', 'official']);
/** A year that ends so is how a century that is not known better was written; later ones are real. */
const CENTURY = /^~?\d{0,2}00$/;
const FIRST_SURE_CENTURY = 1800;
/** Said once of a thing: the more trusted source wins. */
const ONCE = new Set(['born', 'died', 'founded', 'ended', 'population', 'took-place']);
/** An office that the terms of Congress tell better. */
const CONGRESS = /^United States (?:senator|representative)$/;

export function draftOf(
  { qid, title, rows }: Joined,
  desk: Desk,
  countries: Countries,
  known: KnownTitles,
): Draft | null {
  const kind = kindOf(rows);
  if (kind === null) return null;
  if (kind === 'person' && [title ?? '', ...rows.map(({ name }) => name)].some((one) => NO_PERSON.test(one)))
    return null;
  if (kind === 'person' && !isSurelyOne(title, rows, known)) return null;
  const people = kind === 'group' ? PEOPLE.exec(title ?? rows[0]?.name ?? '')?.[1] : undefined;
  if (people !== undefined && countries.find(people)) return null;
  const about = rows.filter((row) => row.kind === kind || row.kind === null);
  const first = about.find((row) => row.kind !== null) as Imported;
  // "Pakistan Muslim League (N)": the letter is the name of the faction, and without it there is another.
  const behind = kind === 'group' ? / \((?!\p{Lu}{1,3}\)).*\)$/u : / \(.*\)$/;
  const bare = title?.replace(behind, '') ?? null;
  const own = first.name.replace(behind, '');
  // "Herat Province" is called "Herat" in lists: its own city would have the same name.
  const isFuller = bare !== null && UNIT.test(bare) && !UNIT.test(own);
  // "Aosta Valley (political party)" is the "Aosta Valley List": by the article alone it would be the valley.
  const isLonger =
    bare !== title && bare !== null && own.length > bare.length && ` ${foldText(own)} `.includes(` ${foldText(bare)} `);
  const name = (
    bare !== null && !(kind === 'group' && isLonger) && (kind !== 'place' || isFuller)
      ? bare.replace(kind === 'place' ? /, .*$/ : /^$/, '')
      : own
  ).trim();
  const names = about
    .flatMap((row) => [row.name, ...row.aliases])
    .concat(bare !== null && !bare.includes(',') ? [bare] : []);
  const seen = new Set([foldText(name)]);
  const aliases = names.filter((one) => {
    const folded = foldText(one);
    return folded !== '' && !seen.has(folded) && seen.add(folded);
  });
  const points = new Map<string, number>();
  for (const row of about) points.set(row.source, Math.max(points.get(row.source) ?? 0, row.fame));
  const fame = [...points.values()].reduce((sum, one) => sum + one, title === null ? 0 : known.fame(title));
  const describing = about.filter((row) => row.kind !== null);
  return {
    key: qid?.toLowerCase() ?? '',
    kind,
    name,
    title,
    qid,
    aliases,
    country: firstOf(describing, ({ country }) => countries.find(country)),
    region: firstOf(describing, ({ region }) => region),
    // What says more goes first: "footballer" before "politician or leader" of a list.
    what: whatOf(describing, kind),
    remark: firstOf(describing, ({ remark }) => remark),
    facts: factsOf(describing, desk),
    fame,
    wanted: about.some((row) => row.wanted),
    sources: [...new Set(about.map(({ source }) => source))],
    asOf: first.asOf,
  };
}

const isCentury = (date: string): boolean => CENTURY.test(date) && Number(date.replace('~', '')) <= FIRST_SURE_CENTURY;

/** Bands, pairs and heroes of novels stand among the vital people: one whom nothing else tells of is in doubt. */
function isSurelyOne(title: string | null, rows: readonly Imported[], known: KnownTitles): boolean {
  if (rows.some(({ source, kind }) => source !== 'vital-2025' && kind === 'person')) return true;
  if (/ (?:and|&) |^The /.test(title ?? '')) return false;
  return rows.some(({ facts }) => facts.some(({ start }) => start)) || (title !== null && known.isPerson(title));
}

function whatOf(rows: readonly Imported[], kind: Kind): string | null {
  const sure = rows.filter(({ what, source }) => what !== null && !isRough(source, kind));
  const first = sure[0]?.what ?? null;
  if (first !== null && kind === 'person' && BY_OFFICE.has(first)) {
    const hasHigh = rows.some(({ facts }) =>
      facts.some(
        ({ property, words }) => property === 'office' && isHighPost(words ?? '') && !/ambassador/i.test(words ?? ''),
      ),
    );
    const other = sure.find(({ what, source }) => !BY_OFFICE.has(what ?? '') && CALLED.has(source))?.what;
    if (!hasHigh && other) return other;
  }
  return first ?? firstOf(rows, ({ what }) => what);
}
/** Files that say what somebody is known for. */
const CALLED = new Set(['fb15k', 'pantheon-2025', 'wikidata-deaths-2026', 'world-cup-2026', 'nba-2026', 'tennis-2024']);

/** What most sources say; of equals the most trusted. */
function kindOf(rows: readonly Imported[]): Kind | null {
  const votes = new Map<Kind, number>();
  for (const { kind } of rows) if (kind !== null) votes.set(kind, (votes.get(kind) ?? 0) + 1);
  let best: Kind | null = null;
  for (const [kind, count] of votes) if (best === null || count > (votes.get(best) ?? 0)) best = kind;
  return best;
}

function firstOf<Value>(rows: readonly Imported[], of: (row: Imported) => Value | null): Value | null {
  for (const row of rows) {
    const value = of(row);
    if (value !== null) return value;
  }
  return null;
}

function factsOf(rows: readonly Imported[], desk: Desk): DraftFact[] {
  const facts: DraftFact[] = [];
  const told = new Map<string, ImportedFact>();
  const sits = rows.some(
    (row) => row.source === 'congress-2026' && row.facts.some(({ property }) => property === 'office'),
  );
  for (const row of rows) {
    for (const fact of row.facts) {
      const dated = fact.start || fact.end;
      // Nothing is said by a birth without a date, and nothing that lasts by an office without one.
      if (!dated && fact.property !== 'population' && fact.property !== 'status') continue;
      // What is dated after the day of the source is a slip in one of the two.
      if (fact.start && fact.start.replace('~', '') > row.asOf) continue;
      if (fact.property === 'born' && isCentury(fact.start ?? '')) continue;
      if (sits && row.source !== 'congress-2026' && CONGRESS.test(fact.words ?? '')) continue;
      const id = ONCE.has(fact.property) ? fact.property : `${fact.property} ${fact.words} ${fact.start?.slice(0, 4)}`;
      const other = told.get(id);
      if (!other) {
        told.set(id, fact);
        facts.push({ ...fact, source: row.source, asOf: row.asOf });
      } else if (
        ONCE.has(fact.property) &&
        fact.start &&
        other.start &&
        fact.start.slice(0, 4) !== other.start.slice(0, 4)
      ) {
        desk.report(
          row,
          'remark',
          fact.property,
          `${row.name}: ${fact.start} here, ${other.start} in a source that is trusted more`,
        );
      }
    }
  }
  return facts;
}
