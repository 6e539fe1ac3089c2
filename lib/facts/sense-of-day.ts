/**
 * What an entity was on the day of a story, in a line or two, for lists without room for a card. The lines and tenses
 * are those of the card; what is not certain enough for a list is left out, leaving the gloss alone.
 */
import { type Day, daysBetween, isBefore, latest } from '../time';
import type { DatedLine } from './card-view';
import type { Dossier, EntityKey, Kind } from './model';
import { isPoint, overBy } from './place-in-time';
import { bandOf, bareLine, type PlacedLine, placeLines } from './placed-line';
import type { PropertyName } from './properties';
import { endsEntity } from './tell-fact';
import { byLatest, byTelling, endedWithin, TELLING } from './telling';

/** Two offices, or what holds and what has just happened. */
const MOST = 2;
/** In days: how long what held when its source was read is still shown, with that day. */
const KNOWN_DAYS = 730;
/** In days: how long an event counts as the entity's current phase. */
const RECENT_DAYS = 90;
/** In days: how long the last thing known about a person is shown if no office says more. */
const LATELY_DAYS = 366;
/** Being on one of many lists does not say what someone is. */
const LISTS: ReadonlySet<PropertyName> = new Set(['terrorist-to', 'sanctioned-by']);
/** Their last phase is what they are, however long ago. */
const PHASED: ReadonlySet<Kind> = new Set(['deal', 'law', 'policy', 'event']);

type Lines = readonly PlacedLine[];

/** Empty: nothing certain is known about that day. */
export function senseOfDay(
  { entity, facts }: Dossier,
  day: Day,
  nameOf: (key: EntityKey) => string | null,
): readonly DatedLine[] {
  const over = overBy(facts, day);
  const placed = placeLines(facts, day, over, nameOf).filter(tells);
  const lines =
    over !== null
      ? placed.filter(({ fact }) => endsEntity(fact)).slice(0, 1)
      : entity.kind === 'person'
        ? ofPerson(placed, day)
        : ofThing(placed, day, entity.kind);
  return lines.map(bareLine).map(withoutLaterEnd);
}

/** A fact without a date holds on no day in particular: a gloss says such things better. */
const tells = ({ line, tense, property, start, end }: PlacedLine): boolean =>
  line !== 'figure' &&
  tense !== 'ahead' &&
  !LISTS.has(property) &&
  (line === 'office' || start !== null || end !== null);

/** Offices first, the last one if none holds: a list of wanted men must not turn into one of former ministers. */
function ofPerson(placed: Lines, day: Day): Lines {
  const posts = placed.filter(isPost);
  const standing = standingOn(posts, day);
  if (standing.length > 0) return standing;
  const lately = placed.filter((line) => line.line === 'event' && endedWithin(line, day, LATELY_DAYS));
  const last = [...posts.filter(({ tense }) => tense === 'past'), ...lately];
  if (last.length > 0) return last.sort(byLatest).slice(0, 1);
  return standingOn(
    placed.filter(({ line }) => line === 'status'),
    day,
  ).slice(0, 1);
}

/** What it is itself before who leads it, and what just happened to it; for a deal that is over, how it ended. */
function ofThing(placed: Lines, day: Day, kind: Kind): Lines {
  const isTold = ({ side }: PlacedLine) => (side === 'told') !== (kind === 'office');
  const own = standingOn(
    placed.filter((line) => !isTold(line)),
    day,
  );
  const standing = own.length > 0 ? own : standingOn(placed.filter(isTold), day);
  // With only an end, it is unknown when it happened: founded by someone, known to be before his death.
  const points = placed.filter((line) => isPoint(line.fact) && line.start !== null).sort(byLatest);
  const recent = points.filter((line) => endedWithin(line, day, RECENT_DAYS));
  if (standing.length > 0) return [...standing.slice(0, 1), ...recent.slice(0, 1)];
  const past = PHASED.has(kind) ? placed.filter((line) => !isPoint(line.fact) && line.tense === 'past') : [];
  return [...(PHASED.has(kind) ? points : recent), ...past].sort(byLatest).slice(0, 1);
}

/** What held on that day, else what was known to hold shortly before; the most telling of each sort. */
function standingOn(lines: Lines, day: Day): Lines {
  const spans = lines.filter(({ fact }) => !isPoint(fact));
  const held = spans.filter((line) => bandOf(line, day) === 'day');
  const known = spans.filter((line) => bandOf(line, day) === 'last-known' && isStillTelling(line, spans, day));
  const [first, ...others] = [...held.sort(byTelling), ...known.sort(byTelling)].sort(
    (a, b) => TELLING[a.line] - TELLING[b.line],
  );
  if (!first) return [];
  return [first, ...others.filter(({ line, tense }) => line === first.line && tense === first.tense)].slice(0, MOST);
}

/** If another post is known to have ended since, this one may have ended with it. */
function isStillTelling(line: PlacedLine, all: Lines, day: Day): boolean {
  const read = line.source.asOf;
  if (daysBetween(read, day) > KNOWN_DAYS) return false;
  return !(
    isPost(line) &&
    all.some((one) => isPost(one) && one.tense === 'past' && one.end !== null && isBefore(read, latest(one.end)))
  );
}

const isPost = ({ line, fact }: PlacedLine): boolean => (line === 'office' || line === 'role') && !isPoint(fact);

/** A reader of that day does not know when it will end. */
const withoutLaterEnd = (line: DatedLine): DatedLine =>
  line.tense === 'held' && line.start !== line.end ? { ...line, end: null } : line;
