/** One entity out of the rows that are about it: what the most trusted source says, and what the others add. */
import type { Kind } from '../../../lib/facts';
import { foldText } from '../../../lib/text';
import type { PartialDate } from '../../../lib/time';
import { companyNoun } from './company-noun';
import type { Countries, Country } from './countries';
import type { Desk } from './desk';
import type { Imported, ImportedFact, Maker } from './imported';
import { isVague } from './is-vague';
import type { Joined } from './join';
import type { KnownTitles } from './known-titles';
import { sureBirth } from './sure-birth';
import { sureFacts } from './sure-facts';
import { tradeOf } from './trade';
import { whereOf } from './where-of';

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
  readonly maker: Maker | null;
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
/** A year that ends so is how a century that is not known better was written; later ones are real. */
const CENTURY = /^~?\d{0,2}00$/;
const FIRST_SURE_CENTURY = 1800;
/** Said once of a thing: the more trusted source wins. */
const ONCE = new Set(['born', 'died', 'founded', 'ended', 'population', 'took-place']);
/** An office that the terms of Congress tell better. */
const CONGRESS = /^United States (?:senator|representative)$/;

export function draftOf(
  { qid, title: anyTitle, rows }: Joined,
  desk: Desk,
  countries: Countries,
  known: KnownTitles,
  common: ReadonlySet<string> = new Set(),
): Draft | null {
  const listed = kindOf(rows);
  if (listed === null) return null;
  const title = titleOf(listed, anyTitle, rows);
  const isAct = listed === 'person' && isBand(title, rows, known, common);
  const kind = isAct ? 'group' : listed;
  if (kind === 'person' && [title ?? '', ...rows.map(({ name }) => name)].some((one) => NO_PERSON.test(one)))
    return null;
  if (kind === 'person' && !isSurelyOne(title, rows, known)) return null;
  const people = kind === 'group' ? PEOPLE.exec(title ?? rows[0]?.name ?? '')?.[1] : undefined;
  if (people !== undefined && countries.find(people)) return null;
  const about = rows.filter((row) => row.kind === listed || row.kind === null);
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
    bare !== null && !first.isRenamed && !(kind === 'group' && isLonger) && (kind !== 'place' || isFuller)
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
  const told = isAct ? 'musical act' : whatOf(describing, kind, title);
  // The list of them has rivers and deserts, islands and bailiwicks: which of them, its name does not say.
  const what = told === 'natural feature' ? null : told;
  const facts = factsOf(describing, desk).flatMap((fact) => {
    if (fact.property !== 'born' || !fact.start) return [fact];
    const start = sureBirth(fact.start, describing);
    return start === null ? [] : [{ ...fact, start }];
  });
  const born = facts
    .find(({ property }) => property === 'born')
    ?.start?.replace('~', '')
    .slice(0, 4);
  if (kind === 'person' && title === null && born && known.isAnothers(first.name, Number(born))) return null;
  if (what === null && !(fame >= KNOWN && (born || kind === 'place')) && saysNothing(kind, describing, facts, told))
    return null;
  return {
    key: qid?.toLowerCase() ?? '',
    kind,
    name,
    title,
    qid,
    aliases,
    ...whereOf(describing, countries),
    what,
    remark: firstOf(describing, ({ remark }) => (what !== null && remark && isVague(remark) ? null : remark)),
    maker: firstOf(describing, ({ maker }) => maker),
    facts: sureFacts(facts, describing, kind),
    fame,
    wanted: about.some((row) => row.wanted),
    // The first of them tells what it is, and its day is the card's.
    sources: [...new Set([first, ...about].map(({ source }) => source))],
    asOf: first.asOf,
  };
}

/** The paper of a college stands under the id of the college in one list: its article is not that of the college. */
function titleOf(kind: Kind, title: string | null, rows: readonly Imported[]): string | null {
  const holders = rows.filter((row) => row.title === title);
  if (title === null || holders.length === 0 || holders.some((row) => row.kind === kind || row.kind === null))
    return title;
  return firstOf(rows, (row) => (row.kind === kind ? row.title : null)) ?? title;
}

/** Whoever is as well known has a card that says no more, for its link to the article. */
const KNOWN = 45;

/** Nobody is told anything by "Person", "Organisation", or the year in which somebody was born. */
const saysNothing = (
  kind: Kind,
  rows: readonly Imported[],
  facts: readonly DraftFact[],
  told: string | null,
): boolean =>
  (kind === 'person' || kind === 'group' || told !== null) &&
  rows.every(({ remark }) => remark === null) &&
  facts.every(({ property }) => property === 'born' || property === 'died' || property === 'founded');

const isCentury = (date: string): boolean => CENTURY.test(date) && Number(date.replace('~', '')) <= FIRST_SURE_CENTURY;

/** The list of musicians holds bands as well. */
const ARTS = 'known in the arts';

/** Bands, pairs and heroes of novels stand among the vital people: one whom nothing else tells of is in doubt. */
function isSurelyOne(title: string | null, rows: readonly Imported[], known: KnownTitles): boolean {
  if (rows.some(({ source, kind }) => source !== 'vital-2025' && kind === 'person')) return true;
  if (/ (?:and|&) |^The /.test(title ?? '')) return false;
  return (
    rows.some(({ facts }) => facts.some(({ start }) => start)) ||
    (title !== null && known.isPerson(title, !rows.some(({ remark }) => remark === ARTS)))
  );
}

/** "ABBA", "Black Eyed Peas": music goes by that name, and no single person is called so. */
function isBand(
  title: string | null,
  rows: readonly Imported[],
  known: KnownTitles,
  common: ReadonlySet<string>,
): boolean {
  if (title === null || !rows.every(({ remark, source }) => source !== 'vital-2025' || remark === ARTS)) return false;
  const words = foldText(title.replace(/ \(.*\)$/, '')).split(' ');
  const isNoSurname = words.length === 1 || /^The /.test(title) || common.has(words.at(-1) ?? '');
  return isNoSurname && known.isAct(title) && !isSurelyOne(title, rows, known);
}

/** "Asyut" has old walls, and is a city of today. */
const oldCity = (rows: readonly Imported[]): string | null =>
  rows.some(({ what }) => /^(?:museum or )?historic site$/.test(what ?? ''))
    ? firstOf(rows, ({ source, what }) => (source === 'wikidata-places-2022' && what === 'city' ? what : null))
    : null;

/** What says more goes first: "footballer" before "politician or leader" of a list. */
function whatOf(rows: readonly Imported[], kind: Kind, title: string | null): string | null {
  if (kind === 'person') return tradeOf(rows, title);
  const isRough = ({ source }: Imported): boolean => source === 'vital-2025' || source === 'news-sites-2023';
  // "Company" and "brand or company" are said where no file and no name says more.
  const isPlain = (what: string | null): boolean => kind === 'company' && /^(?:brand or )?company$/.test(what ?? '');
  return (
    oldCity(rows) ??
    firstOf(rows, (row) => (isRough(row) || isPlain(row.what) ? null : row.what)) ??
    (kind === 'company' ? companyNoun(title ?? rows[0]?.name ?? '') : null) ??
    firstOf(rows, (row) => (isRough(row) || /brand or/.test(row.what ?? '') ? null : row.what)) ??
    firstOf(rows, ({ what }) => what)
  );
}

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

/** "Australian senator for SA" and "Member of the Senate" of the same days are one seat. */
const SEAT = /\b(?:member|senator|representative|deputy)\b/i;
const isSeatToldBefore = (fact: ImportedFact, before: readonly DraftFact[]): boolean =>
  fact.property === 'office' &&
  SEAT.test(fact.words ?? '') &&
  before.some(
    ({ property, words, start, end, source }) =>
      property === 'office' &&
      source !== 'wikidata-2022' &&
      SEAT.test(words ?? '') &&
      (fact.start?.length === 10 && start === fact.start && (end ?? null) === (fact.end ?? null)
        ? true
        : // A term begins with the vote of one file and with the oath of another.
          source === 'open-australia-2026' && AUSTRALIAN_SEAT.test(fact.words ?? '') && isSameYear(start, fact.start)),
  );
const AUSTRALIAN_SEAT = /^Member of the (?:Australian )?(?:Senate|House of Representatives)$/i;
const isSameYear = (one: PartialDate | null | undefined, other: PartialDate | null | undefined): boolean =>
  Boolean(one) && one?.slice(0, 4) === other?.slice(0, 4);

function factsOf(rows: readonly Imported[], desk: Desk): DraftFact[] {
  const facts: DraftFact[] = [];
  const told = new Map<string, ImportedFact>();
  const sits = rows.some(
    (row) => row.source === 'congress-2026' && row.facts.some(({ property }) => property === 'office'),
  );
  const sat = !sits && rows.some(({ source }) => source === 'congress-2026');
  const died = firstOf(rows, (row) => row.facts.find(({ property }) => property === 'died')?.start ?? null);
  /** First days of offices that ended, by sources that are trusted more. */
  const ended = new Set<string>();
  for (const row of rows) {
    const ends = row.facts.filter(({ property, start, end }) => property === 'office' && end && start?.length === 10);
    for (const fact of row.facts) {
      const dated = fact.start || fact.end;
      // Nothing is said by a birth without a date, and nothing that lasts by an office without one.
      if (!dated && fact.property !== 'population' && fact.property !== 'status') continue;
      // What is dated after the day of the source is a slip in one of the two.
      if (fact.start && fact.start.replace('~', '') > row.asOf) continue;
      if (fact.property === 'born' && isCentury(fact.start ?? '')) continue;
      if (sits && row.source !== 'congress-2026' && CONGRESS.test(fact.words ?? '')) continue;
      // The younger list knows when the same office ended, under a name of its own.
      if (fact.property === 'office' && !fact.end && fact.start && ended.has(fact.start)) continue;
      // Who stands among the former members sits no more, whatever an older file has open.
      if (sat && !fact.end && CONGRESS.test(fact.words ?? '')) continue;
      if (died && fact.property !== 'died' && fact.start && fact.start.slice(0, 4) > died.slice(0, 4)) continue;
      // A film is released once: a list of films by name has those of the same name as well.
      const isOnce = ONCE.has(fact.property) || fact.words === 'Released';
      if (isSeatToldBefore(fact, facts)) continue;
      const id = isOnce
        ? `${fact.property} ${fact.words}`
        : `${fact.property} ${fact.words} ${fact.start?.slice(0, 4)}`;
      const other = told.get(id);
      if (!other) {
        told.set(id, fact);
        // No office outlasts its holder.
        const isOver = died !== null && (fact.property === 'office' || fact.property === 'role');
        const end = isOver && fact.end && fact.end > died ? died : fact.end;
        facts.push({ ...fact, ...(end === undefined ? {} : { end }), source: row.source, asOf: row.asOf });
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
    for (const { start } of ends) if (start) ended.add(start);
  }
  return facts;
}
