import * as v from 'valibot';
import type { Countries } from '../countries';
import type { Desk, Row } from '../desk';
import { eventKey } from '../event-key';
import { fameOfDays } from '../fame';
import { type Imported, type ImportedFact, OPEN } from '../imported';
import { kindOfTitle } from '../kind-of-words';
import { maybeQid, text } from '../read-cells';
import { from } from '../source-list';

const FILE = 'news-topics-2002-2026.ndjson.gz';
const SCHEMA = v.object({ qid: maybeQid, title: text, first: text, last: text, days: v.number() });
const NO_TITLE =
  /^(?:Politics|Economy|History|Timeline|List|Outline|Next|Foreign relations) of|relations$|^\d+$|https?:|[[\]{}|<>;#§]| \/ |, (?:\p{Ll}|.*\b(?:pandemic|protests|war|crisis)\b)/u;
/** "Wildfires in South Africa", of any year: a sort of thing, whenever it was in the news. */
const ANY_YEAR = /^(?:\p{L}+ )?\p{L}+s in (?:the )?\p{Lu}[^\d]*$/u;
/** An event that is told on days so far apart is a subject, not a thing that happened. */
const LONGEST_YEARS = 12;

/** What made the news since 2002, with the days on which it did. */
export function* newsTopics(desk: Desk, countries: Countries): Generator<Imported> {
  for (const { place, value, also } of joinSpellings([...desk.rows(FILE, SCHEMA)])) {
    if (NO_TITLE.test(value.title) || ANY_YEAR.test(value.title) || value.title.length > 90) continue;
    const { start, end } = desk.span(place, value.first, value.last);
    const isLong =
      start !== null && end !== null && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > LONGEST_YEARS;
    const is = kindOfTitle(value.title);
    yield {
      ...OPEN,
      ...place,
      ...from('news-topics-2026'),
      qid: value.qid,
      title: value.title,
      kind: isLong ? null : (is?.kind ?? null),
      name: value.title.replace(/ \(.*\)$/, ''),
      aliases: also,
      what: is?.what ?? null,
      country: is?.kind === 'event' ? countryOf(value.title, is.what, countries) : null,
      facts: is?.kind === 'event' && start !== null ? firstDay(value.title, start) : [],
      // First and last day in the news are no days of the event.
      remark:
        is?.kind === 'event' &&
        start !== null &&
        !/\b\d{4}\b/.test(value.title) &&
        !(LASTS.has(is.what) && value.days < 3)
          ? `in the news ${yearsOf(start, end)}`
          : null,
      fame: fameOfDays(value.days),
      wanted:
        is?.kind === 'event' && !isLong && !(value.days === 1 && BY_YEAR.test(value.title) && MISHAPS.has(is.what)),
    };
  }
}

type Topic = v.InferOutput<typeof SCHEMA>;

/** One event is written in several ways over the years: the one of most days is its name, and its days are those of all. */
function joinSpellings(rows: readonly Row<Topic>[]): (Row<Topic> & { readonly also: readonly string[] })[] {
  const groups = new Map<string, Row<Topic>[]>();
  for (const row of rows) {
    const key = eventKey(row.value.title);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [usual, ...others] = group.toSorted(
      (one, other) => other.value.days - one.value.days || (one.value.last < other.value.last ? 1 : -1),
    );
    if (!usual) return [];
    const dates = group.map(({ value }) => value);
    const value: Topic = {
      title: usual.value.title,
      qid: dates.find(({ qid }) => qid !== null)?.qid ?? null,
      first: dates.map(({ first }) => first).toSorted()[0] ?? usual.value.first,
      last:
        dates
          .map(({ last }) => last)
          .toSorted()
          .at(-1) ?? usual.value.last,
      days: dates.reduce((sum, { days }) => sum + days, 0),
    };
    return [{ place: usual.place, value, also: others.map((other) => other.value.title) }];
  });
}

/** "2019 Ruritanian parliamentary election", "Floods in Ruritania"; "Iran drone attacks" may be on it or by it. */
function countryOf(title: string, what: string, countries: Countries): string | null {
  const phrase = what === 'vote' ? title : (/ in (.+)$/.exec(title)?.[1] ?? '');
  const [first, last] = [countries.within(phrase, 'first'), countries.within(phrase, 'last')];
  return first && first.key === last?.key ? first.name : null;
}

/** "2019 Loralai attack": no story calls it so, and no other page than its own speaks of it. */
const BY_YEAR = /^(?:\p{L}+ )?\d{4} /u;
const MISHAPS = new Set([
  'attack',
  'accident',
  'disaster',
  'explosion',
  'unrest',
  'war',
  'battle',
  'outbreak of a disease',
  'poisoning',
  'crisis',
  'coup',
]);

const yearsOf = (start: string, end: string | null): string => {
  const [from, to] = [start.slice(0, 4), end?.slice(0, 4) ?? start.slice(0, 4)];
  return from === to ? `in ${from}` : `${from}–${to}`;
};

/** A day in the news says nothing of when they were: they last for years. */
const LASTS = new Set(['case', 'affair', 'war', 'crisis', 'unrest', 'epidemic', 'genocide']);

/** The first of its days in the news; of what bears its year, since a race of every year had such days before the file begins. */
const firstDay = (title: string, day: string): ImportedFact[] =>
  title.includes(day.slice(0, 4)) ? [{ property: 'event', words: 'In the news', start: day, end: day }] : [];
