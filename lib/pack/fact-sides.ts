/** Each fact as told on the cards of both its ends. An office passes its holders on to what it belongs to. */
import { type Fact, isPlacing } from '../facts';
import { earliest, isBefore, latest, type PartialDate } from '../time';
import type { FactIndex } from './fact-index';
import type { FactRow } from './source';

/** Like `Fact`, with row numbers instead of keys for other entities. */
export interface Side extends Omit<Fact, 'value'> {
  readonly other: number | null;
  readonly via: number | null;
  readonly value: FactRow['value'];
}

/** Created when a card is written and dropped afterwards: all at once they would be a million objects. */
export function factSides(facts: FactIndex, rowOf: ReadonlyMap<string, number>): (row: number) => Side[] {
  return (row) => {
    const sides: Side[] = [];
    for (const fact of facts.own(row)) {
      const { property, value, start, end, source } = fact;
      const other = typeof value === 'string' ? rowOf.get(value)! : null;
      // The words of a placing are the office's title, which its holders bear.
      const words = places(fact) ? null : fact.words;
      sides.push({ property, side: 'own', other, via: null, value, words, start, end, source });
      if (property !== 'office' || other === null) continue;
      for (const placing of facts.own(other)) {
        if (!places(placing)) continue;
        const body = rowOf.get(placing.value as string)!;
        const tie = body === row ? null : through(fact, placing, 'own', body, other);
        if (tie) sides.push(tie);
      }
    }
    for (const fact of facts.told(row)) {
      const { property, start, end, source } = fact;
      const other = rowOf.get(fact.entity)!;
      const words = places(fact) ? null : (fact.back ?? fact.words ?? titleUnder(fact, facts, rowOf));
      sides.push({ property, side: 'told', other, via: null, value: null, words, start, end, source });
      if (!places(fact)) continue;
      for (const term of facts.told(other)) {
        if (term.property !== 'office') continue;
        const person = rowOf.get(term.entity)!;
        const tie = person === row ? null : through(term, fact, 'told', person, other);
        if (tie) sides.push(tie);
      }
      for (const held of facts.own(other)) {
        const head = held.property === 'held-by' ? headByName(held, fact) : null;
        if (head) sides.push(head);
      }
    }
    return sides;
  };
}

const places = (fact: FactRow): boolean => isPlacing(fact.property) && typeof fact.value === 'string';

/** The tie from a holder to what the office belongs to. */
function through(term: FactRow, placing: FactRow, side: Side['side'], other: number, via: number): Side | null {
  const both = common(term, placing);
  if (both === null) return null;
  const { start, end } = both;
  const words = term.back ?? placing.words;
  return { property: placing.property, side, other, via, value: null, words, start, end, source: term.source };
}

/** The title someone had when serving under another: the office held from the same day on. */
function titleUnder({ property, entity, start }: FactRow, facts: FactIndex, rowOf: ReadonlyMap<string, number>) {
  if (property !== 'served-under' || start === null) return null;
  for (const term of facts.own(rowOf.get(entity)!)) {
    if (term.property !== 'office' || typeof term.value !== 'string' || term.start !== start) continue;
    const title = term.back ?? facts.own(rowOf.get(term.value)!).find(places)?.words;
    if (title) return title;
  }
  return null;
}

/** A holder about whom nothing else is known heads the country or body and is given there by name. */
function headByName(held: FactRow, placing: FactRow): Side | null {
  const both = common(held, placing);
  const { words: title } = placing;
  if (both === null || placing.property === 'post-in') return null;
  const words = title === null ? held.words : `${title.charAt(0).toUpperCase()}${title.slice(1)}: ${held.words}`;
  return {
    property: 'held-by',
    side: 'told',
    other: null,
    via: null,
    value: null,
    words,
    ...both,
    source: held.source,
  };
}

type Span = Pick<FactRow, 'start' | 'end'>;

/** The time in which both hold; null if none: a government only has the ministers of its own years. */
function common(one: Span, other: Span): Span | null {
  const start = later(one.start, other.start);
  const end = sooner(one.end, other.end);
  const isCut = one.start !== start || one.end !== end;
  return isCut && start !== null && end !== null && !isBefore(earliest(start), latest(end)) ? null : { start, end };
}

const later = (one: PartialDate | null, other: PartialDate | null): PartialDate | null =>
  one === null || (other !== null && isBefore(earliest(one), earliest(other))) ? other : one;

const sooner = (one: PartialDate | null, other: PartialDate | null): PartialDate | null =>
  one === null || (other !== null && isBefore(latest(other), latest(one))) ? other : one;
