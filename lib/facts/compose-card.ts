/**
 * Composes a card from a dossier as of the day of the story. Rules: the `day` part contains only what held or happened
 * on that very day; what came later is in `since`; no line without a source.
 */
import { against, type Day, daysBetween, earliest, isBefore, latest } from '../time';
import type { CardView, Tie } from './card-view';
import type { Dossier, EntityKey, Fact, Kind } from './model';
import { isPoint, overBy } from './place-in-time';
import {
  type Band,
  bandOf,
  bareLine as bare,
  compareDates,
  distinctSources,
  type PlacedLine as Placed,
  placeLines,
  wordingOf,
} from './placed-line';
import { endsEntity, isPlacing, tiedTo } from './tell-fact';
import { byLatest, byTelling, endedWithin, TELLING } from './telling';

/** What the card is composed for. */
export interface CardOccasion {
  /** Day of the story; null if unknown: then `today` is used. */
  readonly day: Day | null;
  readonly today: Day;
  /** Entities named in the same story, most salient first. */
  readonly here: readonly EntityKey[];
  /** Name of an entity, or null if no pack knows it. */
  readonly nameOf: (key: EntityKey) => string | null;
}

/** Lines about the day itself: more would push the ties out of the first glance. */
const DAY_LINES = 3;
const SINCE_LINES = 4;
/** Who has led a group since says less than what it did. */
const SINCE_HEADS = 2;
const TIES = 6;
/** For so many days an event is still news to the story's reader. */
const RECENT_DAYS = 90;
const YEARS_10 = 3_653;
/** From the end of one office to the start of the next. */
const HANDOVER_DAYS = 7;
/**
 * For these kinds the last state tells the story, however long ago: what a person was, how a deal ended. A country's
 * last regime does not.
 */
const PAST_TELLS: ReadonlySet<Kind> = new Set(['person', 'deal', 'law', 'policy', 'event']);

export function composeCard(dossier: Dossier, occasion: CardOccasion): CardView {
  const { entity, background } = dossier;
  const day = occasion.day ?? occasion.today;
  const over = overBy(dossier.facts, day);
  const placed = placeLines(dossier.facts, day, over, occasion.nameOf);
  const chosen = over === null ? toTell(placed, day, entity.kind) : afterTheEnd(placed);
  const band = (name: Band) => chosen.filter((line) => bandOf(line, day) === name).map(bare);
  const [dayLines, around, lastKnown, before] = [band('day'), band('around'), band('last-known'), band('before')];
  const since = sinceThen(placed, day, entity.kind).map(bare);
  const ties = tiesOf(dossier.facts, day, occasion);
  return {
    entity: entity.key,
    kind: entity.kind,
    qualifier: entity.qualifier,
    name: entity.name,
    also: entity.also,
    gloss: entity.gloss,
    storyDay: occasion.day,
    day: dayLines,
    around,
    lastKnown,
    before,
    isOver: over !== null,
    ties,
    background,
    since,
    wikipedia: entity.wikipedia,
    sources: distinctSources(
      [...dayLines, ...around, ...lastKnown, ...before, ...ties, ...since, ...(background ? [background] : [])].map(
        (line) => line.source,
      ),
    ),
  };
}

/** The few lines that tell a reader of that day what the entity is. */
function toTell(placed: readonly Placed[], day: Day, kind: Kind): Placed[] {
  const standing = placed.filter((line) => !isPoint(line.fact) && line.line !== 'figure');
  const now = standing.filter((line) => line.tense === 'held').sort(byTelling);
  const open = standing.filter((line) => line.tense === 'unconfirmed').sort(byTelling);
  const points = placed.filter((line) => isPoint(line.fact) && line.tense !== 'ahead');
  const recent = points.filter((line) => endedWithin(line, day, RECENT_DAYS)).sort(byLatest);
  const chosen = [...now, ...open].slice(0, recent.length > 0 ? DAY_LINES - 1 : DAY_LINES);
  chosen.push(...recent.slice(0, DAY_LINES - chosen.length > 0 ? 1 : 0));
  if (kind === 'office') return [...chosen, ...beforeThem(standing)];
  if (chosen.length > 0) return chosen;
  // Nothing holds and nothing is recent: the last thing known, if it is still telling, and a number.
  const tells = (line: Placed) => PAST_TELLS.has(kind) || endedWithin(line, day, YEARS_10);
  const lastly = (lines: Placed[]) => lines.filter(tells).sort(byLatest).slice(0, 1);
  const held = lastly(standing.filter((line) => line.tense === 'past'));
  // Whatever happened before the end of that is already past.
  const after = lastly(points).filter((point) => held.every((line) => compareDates(point.start, line.end) > 0));
  const last = [...after, ...held];
  const figures = placed.filter((line) => line.line === 'figure' && line.tense !== 'ahead').sort(byLatest);
  return [...last, ...figures.slice(0, 1)];
}

/** The previous holder of an office, next to the current one: readers ask for both. */
function beforeThem(standing: readonly Placed[]): Placed[] {
  return standing
    .filter((line) => line.tense === 'past')
    .sort(byLatest)
    .slice(0, 1);
}

/** For a dead person or dissolved body: the end first, then what lasted until then. */
function afterTheEnd(placed: readonly Placed[]): Placed[] {
  const end = placed.filter((line) => endsEntity(line.fact) && line.tense !== 'ahead');
  const until = placed.filter((line) => !isPoint(line.fact) && line.line !== 'figure' && line.tense !== 'ahead');
  return [...end.slice(0, 1), ...until.sort(byLatest).slice(0, DAY_LINES - 1)];
}

function sinceThen(placed: readonly Placed[], day: Day, kind: Kind): Placed[] {
  // A number of a later year is not news about the story.
  const ahead = placed.filter((line) => line.tense === 'ahead' && line.line !== 'figure');
  const begins = ahead.filter((line) => !isPoint(line.fact)).map((line) => earliest(line.start ?? day));
  const isFollowed = (end: Day) => begins.some((start) => Math.abs(daysBetween(end, start)) <= HANDOVER_DAYS);
  // An office that ended later deserves a line, unless the next one implies it.
  const ended = placed.filter(
    (line) =>
      line.tense === 'held' &&
      !isPoint(line.fact) &&
      line.line !== 'figure' &&
      line.end !== null &&
      against(line.end, day) === 'after',
  );
  const lines = [
    ...ahead,
    ...ended
      .filter((line) => line.end !== null && !isFollowed(latest(line.end)))
      .map((line): Placed => ({ ...line, tense: 'past' })),
  ];
  let told = 0;
  return lines
    .sort((a, b) => Number(endsEntity(b.fact)) - Number(endsEntity(a.fact)) || byNext(a, b))
    .filter(({ fact }) => isLed(kind) || fact.side === 'own' || ++told <= SINCE_HEADS)
    .slice(0, SINCE_LINES)
    .sort((a, b) => compareDates(turningPoint(a), turningPoint(b)));
}

/** Of the successors in an office the next ones matter most; of someone's deeds, the latest. */
function byNext(a: Placed, b: Placed): number {
  const isHolder = (line: Placed) => Number(line.fact.side === 'told');
  return (
    TELLING[a.line] - TELLING[b.line] ||
    isHolder(b) - isHolder(a) ||
    (isHolder(a) === 1 ? compareDates(turningPoint(a), turningPoint(b)) : compareDates(b.start, a.start))
  );
}

/** For a country or an office, who led or held it is its story. */
const isLed = (kind: Kind): boolean => kind === 'office' || kind === 'place';

function tiesOf(facts: readonly Fact[], day: Day, occasion: CardOccasion): Tie[] {
  const rank = new Map(occasion.here.map((key, index) => [key, index]));
  const ties: Tie[] = [];
  for (const fact of facts) {
    const entity = tiedTo(fact);
    const wording = wordingOf(fact, occasion.nameOf);
    if (entity === null || !wording || wording.name === null) continue;
    const { start, end, source } = fact;
    if (start !== null && against(start, day) === 'after') continue;
    // A country has many offices, which say little unless the story names them.
    if (isOffice(fact) && fact.side === 'told' && !rank.has(entity)) continue;
    // The story's reader does not know of a later end; the "since" part tells it.
    const known = end !== null && against(end, day) === 'after' ? null : end;
    const unconfirmed = end === null && isBefore(source.asOf, day) && !isOffice(fact);
    const { name } = wording;
    ties.push({ ...wording, name, entity, start, end: known, here: rank.has(entity), unconfirmed, source });
  }
  const order = (tie: Tie) => rank.get(tie.entity) ?? occasion.here.length;
  const isOver = (tie: Tie) => Number(tie.end !== null);
  return ties
    .map((tie, index) => ({ tie, index }))
    .sort(
      (a, b) =>
        order(a.tie) - order(b.tie) ||
        isOver(a.tie) - isOver(b.tie) ||
        Number(b.tie.property === 'heads') - Number(a.tie.property === 'heads') ||
        compareDates(b.tie.start, a.tie.start) ||
        a.index - b.index,
    )
    .slice(0, TIES)
    .map(({ tie }) => tie);
}

/** An office placed in a country or body, without a holder: not news. */
const isOffice = ({ property, value }: Fact): boolean =>
  isPlacing(property) && value?.type === 'entity' && value.via === null;

/** For lines in `since`, whose day of change is always known. */
function turningPoint(line: Placed): Day | null {
  const date = line.tense === 'past' ? line.end : line.start;
  return date === null ? null : earliest(date);
}
