/**
 * When two sources say the same about an entity, the later one wins if it is as exact. So an office without an end,
 * read in 2023, gives way to the same office with its end, read today, instead of standing beside it as "last known".
 */
import { earliest, isBefore, latest, type PartialDate } from '../time';
import type { Fact } from './model';

export function withoutOutdated(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => !facts.some((other) => other !== fact && isOutdatedBy(fact, other, facts)));
}

function isOutdatedBy(fact: Fact, other: Fact, all: readonly Fact[]): boolean {
  if (fact.property !== other.property || fact.side !== other.side) return false;
  if (!saysTheSame(fact, other)) return isSameOffice(fact, other, all);
  if (!isSameSpan(fact, other)) return false;
  // What is over no longer changes: the more exact version wins, or else the later one.
  const [exact, otherExact] = [exactness(fact), exactness(other)];
  if (fact.end !== null && other.end !== null && exact !== otherExact) return exact < otherExact;
  if (fact.source.asOf !== other.source.asOf) return isBefore(fact.source.asOf, other.source.asOf);
  return all.indexOf(other) < all.indexOf(fact);
}

const saysTheSame = (one: Fact, other: Fact): boolean =>
  one.words === other.words && JSON.stringify(one.value) === JSON.stringify(other.value);

/**
 * An office in words in one source may be an entity in another: they are the same if they begin on the same day, unless
 * the later source has fewer offices that begin then.
 */
function isSameOffice(fact: Fact, other: Fact, all: readonly Fact[]): boolean {
  if (fact.property !== 'office' || fact.side !== 'own' || fact.value !== null || fact.start === null) return false;
  if (other.start === null || !isBefore(fact.source.asOf, other.source.asOf)) return false;
  if (!isSameBeginning(fact.start, other.start)) return false;
  const beginsThen = (asOf: string) =>
    all.filter(
      (one) =>
        one.property === 'office' &&
        one.side === 'own' &&
        one.source.asOf === asOf &&
        one.start !== null &&
        isSameBeginning(fact.start, one.start),
    ).length;
  return beginsThen(fact.source.asOf) <= beginsThen(other.source.asOf);
}

/** Two terms in one office are two facts: one is over before the other begins, or each has its own dates. */
function isSameSpan(one: Fact, other: Fact): boolean {
  if (!isSameBeginning(one.start, other.start)) return false;
  if (one.start !== null && other.start !== null) return true;
  if (isOverBefore(one, other) || isOverBefore(other, one)) return false;
  return one.end === null || other.end === null || isSameBeginning(one.end, other.end);
}

const isOverBefore = (one: Fact, other: Fact): boolean =>
  one.end !== null && other.start !== null && isBefore(latest(one.end), earliest(other.start));

/** May both mean the same day? An unknown start may be any day. */
function isSameBeginning(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null) return true;
  return !isBefore(latest(one), earliest(other)) && !isBefore(latest(other), earliest(one));
}

/** Number of characters in its dates: `2021` is less exact than `2021-03-04`. */
const exactness = ({ start, end }: Fact): number => (start?.length ?? 0) + (end?.length ?? 0);
