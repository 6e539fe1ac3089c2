/**
 * Which rows of all files are about one thing. Wikidata ids and articles are identities; a name is none: rows without an id
 * are joined by name, kind and one more fact that agrees (a birth, a founding, a country). What has a namesake and no
 * such fact stays out, since a card about two people is worse than none.
 */
import { foldText } from '../../../lib/text';
import type { Countries } from './countries';
import type { Desk } from './desk';
import type { Imported } from './imported';
import { trustOf } from './source-list';

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

/** Sources differ by so many on when somebody was born. */
const DOUBTFUL_YEARS = 3;

export function joinRows(all: readonly Imported[], desk: Desk, countries: Countries): Joined[] {
  const rows = [...all].sort((one, other) => trustOf(one.source) - trustOf(other.source));
  const idOf = idsByTitle(rows, desk);
  const clusters = new Map<string, Cluster>();
  const nameless: Imported[] = [];
  for (const row of rows) {
    const title = row.title && (row.qid === null || idOf.get(row.title) === row.qid) ? row.title : null;
    const qid = row.qid ?? (title === null ? null : (idOf.get(title) ?? null));
    if (qid === null && title === null) {
      nameless.push(row);
      continue;
    }
    const key = qid ?? `title ${title}`;
    const cluster = clusters.get(key);
    if (!cluster) clusters.set(key, { qid, title, rows: [row] });
    else {
      cluster.title ??= title;
      cluster.rows.push(row);
    }
  }

  const byName = new Map<string, Cluster[]>();
  const put = (cluster: Cluster): void => {
    for (const name of new Set(cluster.rows.flatMap(namesOf))) {
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
    let isOpen = false;
    for (const other of others) {
      const told = compare(cluster.rows, other.rows, countries);
      if (told === 'same') {
        other.rows.push(...cluster.rows);
        other.title ??= cluster.title;
        return other;
      }
      isOpen ||= told === 'open';
    }
    if (isOpen) {
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
  return made.map(({ qid, title, rows: joined }) => ({
    qid,
    title,
    rows: joined.toSorted((one, other) => trustOf(one.source) - trustOf(other.source)),
  }));
}

const hasKind = ({ rows }: Cluster): boolean => rows.some(({ kind }) => kind !== null);

const namesOf = ({ kind, name }: Imported): string[] => (kind === null ? [] : [`${kind} ${foldText(name)}`]);

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
  if (isPerson)
    return apart
      ? 'other'
      : alike || (shared && ones.some(({ what }) => what !== null && whats.has(what)))
        ? 'same'
        : 'open';
  if (apart) return 'other';
  const founded = [yearOf(ones, 'founded'), yearOf(others, 'founded')];
  if (founded[0] !== null && founded[0] === founded[1]) return 'same';
  return shared ? 'same' : 'open';
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
