/** What is known about a story's entities in chronological order; if it is too much, the most telling. */
import { comparePartialDates, type Day, earliest, isBefore, type PartialDate } from '../time';
import { isSameHappening } from './same-happening';
import { bareTold, relationTo, type ToldFact, type Turn, turnsOf } from './told-fact';
import type { TimelineEntry } from './types';
import type { WeighTurn } from './weigh-turn';

/** A reader will go through a list of this length; each entity's page has the rest. */
const MOST = { before: 24, around: 6, after: 16 } as const;
/** More about one entity would be its page. */
const MOST_OF_ONE = 6;
/** Below it, a line belongs to the life of someone the story names once. */
const LEAST = 0.06;

export function timelineOf(facts: readonly ToldFact[], day: Day, weigh: WeighTurn): TimelineEntry[] {
  const weighed = facts
    .flatMap((told) => {
      const turns = turnsOf(told).map((turn) => ({ turn, weight: weigh(turn) }));
      const [first] = turns;
      if (first === undefined) return [];
      // A span is placed at its start and weighs as much as its most telling end.
      return [{ turn: first.turn, weight: Math.max(...turns.map(({ weight }) => weight)) }];
    })
    .sort((one, other) => other.weight - one.weight);
  const kept: { readonly turn: Turn; readonly place: TimelineEntry['place'] }[] = [];
  const many = { before: 0, around: 0, after: 0 };
  const ofOne = new Map<string, number>();
  for (const { turn, weight } of weighed) {
    if (weight < LEAST) break;
    const place = relationTo(turn, day);
    const about = `${turn.told.about.entity} ${place === 'after'}`;
    const told = ofOne.get(about) ?? 0;
    if (many[place] >= MOST[place] || told >= MOST_OF_ONE) continue;
    if (kept.some((one) => isSameHappening(one.turn, turn))) continue;
    kept.push({ turn, place });
    many[place] += 1;
    ofOne.set(about, told + 1);
  }
  return kept
    .sort((one, other) => comparePartialDates(one.turn.turn, other.turn.turn) || byName(one.turn, other.turn))
    .map(({ turn: { told }, place }) => ({ ...bareTold(told), end: endOf(told), place, isPoint: told.isPoint }));
}

/** An end after the day its source was read was only expected. */
const endOf = ({ end, fact, isPoint }: ToldFact): PartialDate | null =>
  isPoint || (end !== null && !isBefore(fact.source.asOf, earliest(end))) ? end : null;

const byName = (one: Turn, other: Turn): number =>
  one.told.about.name < other.told.about.name ? -1 : Number(one.told.about.name > other.told.about.name);
