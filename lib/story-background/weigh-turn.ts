/**
 * How telling is it? What ties several entities of this story together tells more than what is true of one; what came
 * shortly before it more than the distant past; what concerns a main subject of the story, and few others, more than
 * what applies to everyone.
 */
import { type LineKind, lineOf, propertyOf } from '../facts';
import { type Day, daysBetween, precisionOf } from '../time';
import type { ToldFact, Turn } from './told-fact';
import type { KnownEntity } from './types';

const KINDS: Readonly<Record<LineKind, number>> = {
  event: 1,
  status: 0.85,
  office: 0.8,
  life: 0.7,
  role: 0.65,
  figure: 0,
};
/** A tie is not an event: it is told only if there is nothing better. */
const TIE = 0.5;
/** An end tells a little less than a beginning. */
const ENDING = 0.8;
/** A founding is not news, however long ago. */
const FOUNDING = 0.4;
/** A date that is only a year may be any day in it. */
const EXACT = { day: 1, month: 0.85, year: 0.5 } as const;
/** In days: how long until an event is half as telling. */
const FADES = 120;
/** The distant past still tells a little. */
const LASTING = 0.06;
/** Facts an entity may have before it counts as one about which everything is recorded. */
const USUAL_FACTS = 25;
/** By how many of the story's entities it ties together: the second and third say more than the first alone. */
const TOGETHER = [1, 2, 1.5, 1] as const;

export type WeighTurn = (turn: Turn) => number;

export function createScales(entities: readonly KnownEntity[], day: Day): WeighTurn {
  const weights = new Map(
    entities.map(({ entity, salience, dossier }) => [
      entity,
      salience / (1 + Math.log2(1 + dossier.facts.length / USUAL_FACTS)),
    ]),
  );
  return ({ told, turn, first, last, ends }) => {
    const { touches } = told;
    const bound = [...touches].map((entity) => weights.get(entity) ?? 0).sort((one, other) => other - one);
    const together = bound.reduce((sum, weight, at) => sum + weight * (TOGETHER[at] ?? 0), 0);
    const days = Math.max(0, daysBetween(last, day), daysBetween(day, first));
    const near = LASTING + 1 / (1 + days / FADES);
    return kindOf(told) * (ends ? ENDING : 1) * EXACT[precisionOf(turn)] * near * together;
  };
}

function kindOf({ fact }: ToldFact): number {
  const line = lineOf(fact);
  if (line === null) return TIE;
  return line === 'life' && propertyOf(fact.property).ends !== true ? FOUNDING : KINDS[line];
}
