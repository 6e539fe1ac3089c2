/**
 * How telling is it? What ties several entities of this story tells more than what is true of one; what came shortly before it
 * more than what is long past; what belongs to a main thing of the story, and to few others, more than what is said of everybody.
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
/** A tie is no happening: it is told where nothing better is. */
const TIE = 0.5;
/** That something ended tells a little less than that it began. */
const ENDING = 0.8;
/** A founding is no news, however many years ago it was. */
const FOUNDING = 0.4;
/** A date of a year alone may be any day of it. */
const EXACT = { day: 1, month: 0.85, year: 0.5 } as const;
/** In so many days what happened becomes half as telling. */
const FADES = 120;
/** What is long past still tells a little. */
const LASTING = 0.06;
/** Facts that an entity may have without being somebody of whom everything is said. */
const USUAL_FACTS = 25;
/** What it holds together: the second and third entity of the story in it say more than the first alone. */
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
