/**
 * Everything known about an entity as of a day that the reader picks. A card selects a few lines; here each fact
 * appears once, under what is known about it on that day. Only what no pack can name is left out.
 */
import { against, type Day, isBefore } from '../time';
import type { DatedLine, Tie } from './card-view';
import type { Dossier, EntityKey, Fact, Kind, Source } from './model';
import { overBy } from './place-in-time';
import { bandOf, bareLine, compareDates, distinctSources, type PlacedLine, placeLines, wordingOf } from './placed-line';
import { tiedTo } from './tell-fact';

export interface PageOccasion {
  /** The day all lines are relative to. */
  readonly day: Day;
  readonly nameOf: (key: EntityKey) => string | null;
  /** Sources of name, kind and gloss. */
  readonly sources: readonly Source[];
}

export interface EntityPage {
  readonly entity: EntityKey;
  readonly kind: Kind;
  readonly qualifier: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly gloss: string;
  readonly wikipedia: string | null;
  readonly wikidata: string | null;
  readonly day: Day;
  /** The person was dead or the thing dissolved by then. */
  readonly isOver: boolean;
  /** What held or happened on that day. */
  readonly held: readonly DatedLine[];
  /** What began in its year or month: it may not have begun by then. */
  readonly around: readonly DatedLine[];
  /** What held when its source was read, before that day, and has no known end. */
  readonly lastKnown: readonly DatedLine[];
  /** What was over by then, latest first. */
  readonly past: readonly DatedLine[];
  /** What came later, next first. */
  readonly ahead: readonly DatedLine[];
  /** Everyone who held the office or led the body: the holder on that day, then earlier ones, then later ones. */
  readonly holders: readonly DatedLine[];
  /** Ties to others: current ones first, then the latest. */
  readonly ties: readonly Tie[];
  readonly background: { readonly text: string; readonly source: Source } | null;
  /** All sources, those of the facts first. */
  readonly sources: readonly Source[];
  readonly nameSources: readonly Source[];
}

export function composePage(
  { entity, facts, background }: Dossier,
  { day, nameOf, sources }: PageOccasion,
): EntityPage {
  const over = overBy(facts, day);
  const placed = placeLines(facts, day, over, nameOf);
  const own = placed.filter((line) => !tellsHolder(line));
  const band = (wanted: (line: PlacedLine) => boolean, order: Order) => own.filter(wanted).sort(order).map(bareLine);
  const isIn = (name: ReturnType<typeof bandOf>) => (line: PlacedLine) =>
    line.tense !== 'ahead' && bandOf(line, day) === name;
  const bands = {
    held: band(isIn('day'), byLatestStart),
    around: band(isIn('around'), byLatestStart),
    lastKnown: band(isIn('last-known'), byLatestStart),
    past: band(isIn('before'), byLatestEnd),
    ahead: band(
      (line) => line.tense === 'ahead',
      (one, other) => -byLatestStart(one, other),
    ),
    holders: placed.filter(tellsHolder).sort(byTurn).map(bareLine),
  };
  const ties = tiesOf(facts, day, nameOf);
  return {
    entity: entity.key,
    kind: entity.kind,
    qualifier: entity.qualifier,
    name: entity.name,
    also: entity.also,
    gloss: entity.gloss,
    wikipedia: entity.wikipedia,
    wikidata: entity.wikidata,
    day,
    isOver: over !== null,
    ...bands,
    ties,
    background,
    sources: distinctSources([
      ...[...Object.values(bands).flat(), ...ties, ...(background ? [background] : [])].map(({ source }) => source),
      ...sources,
    ]),
    nameSources: sources,
  };
}

type Order = (one: PlacedLine, other: PlacedLine) => number;

/** Read from the other side: who held this office, or led this country or body. */
const tellsHolder = ({ side, line, property }: PlacedLine): boolean =>
  property === 'held-by' || (side === 'told' && (line === 'office' || line === 'role'));

const byLatestStart: Order = (one, other) => compareDates(other.start ?? other.end, one.start ?? one.end);
const byLatestEnd: Order = (one, other) =>
  compareDates(other.end ?? other.start, one.end ?? one.start) || byLatestStart(one, other);

const TURNS: Readonly<Record<DatedLine['tense'], number>> = { held: 0, unconfirmed: 0, past: 1, ahead: 2 };
const byTurn: Order = (one, other) =>
  TURNS[one.tense] - TURNS[other.tense] ||
  (one.tense === 'ahead' ? -byLatestStart(one, other) : byLatestEnd(one, other));

function tiesOf(facts: readonly Fact[], day: Day, nameOf: PageOccasion['nameOf']): Tie[] {
  const ties = facts.flatMap((fact): Tie[] => {
    const entity = tiedTo(fact);
    const wording = wordingOf(fact, nameOf);
    if (entity === null || !wording || wording.name === null) return [];
    const { start, end, source } = fact;
    const unconfirmed = end === null && isBefore(source.asOf, day);
    return [{ ...wording, name: wording.name, entity, start, end, here: false, unconfirmed, source }];
  });
  const isOver = ({ end }: Tie) => Number(end !== null && against(end, day) === 'before');
  const isAhead = ({ start }: Tie) => Number(start !== null && against(start, day) === 'after');
  return ties.sort(
    (one, other) =>
      isAhead(one) - isAhead(other) || isOver(one) - isOver(other) || compareDates(other.start, one.start),
  );
}
