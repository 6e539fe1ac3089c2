/** The few most telling lines, no two alike, and not all about one entity. */
import { isSameHappening } from './same-happening';
import type { Turn } from './told-fact';
import type { WeighTurn } from './weigh-turn';

/** Below it, a line shares only a name with the story. */
const LEAST = 0.1;
/** Factor for each further line about the same entity or day. */
const AGAIN = 0.5;

export function chooseLines(turns: readonly Turn[], weigh: WeighTurn, most: number): Turn[] {
  const rest = turns
    .map((turn) => ({ turn, weight: weigh(turn) }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((one, other) => other.weight - one.weight);
  const chosen: Turn[] = [];
  while (chosen.length < most) {
    let best: { readonly at: number; readonly weight: number } | null = null;
    for (const [at, { turn, weight }] of rest.entries()) {
      // Later candidates weigh no more, however fresh.
      if (best !== null && weight <= best.weight) break;
      if (chosen.some((one) => isSameHappening(one, turn) || isSameFact(one, turn))) continue;
      const left = weight * AGAIN ** timesTold(turn, chosen);
      if (left >= LEAST && (best === null || left > best.weight)) best = { at, weight: left };
    }
    if (best === null) break;
    chosen.push(...rest.splice(best.at, 1).map(({ turn }) => turn));
  }
  return chosen;
}

/** Either its beginning or its end is told, not both. */
function isSameFact({ told: one }: Turn, { told: other }: Turn): boolean {
  return (
    one.about.entity === other.about.entity &&
    one.other === other.other &&
    one.fact.property === other.fact.property &&
    one.fact.words === other.fact.words
  );
}

const timesTold = (turn: Turn, chosen: readonly Turn[]): number =>
  chosen.filter(({ told, turn: date }) => told.about.entity === turn.told.about.entity || date === turn.turn).length;
