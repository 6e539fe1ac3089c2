/** Each fact of the tables as the cards of both its ends tell it. An office passes its holders on to what it belongs to. */
import { type EntityKey, type Fact, isPlacing } from '../facts';
import { earliest, isBefore, latest, type PartialDate } from '../time';
import { groupBy } from './group-by';
import type { FactRow } from './source';

/** As `Fact`, with what the writer sorts and counts by. */
export interface Side extends Omit<Fact, 'value'> {
  readonly other: EntityKey | null;
  readonly via: EntityKey | null;
  readonly value: FactRow['value'];
}

const places = (fact: FactRow): boolean => isPlacing(fact.property) && typeof fact.value === 'string';

export function factSides(facts: readonly FactRow[]): Map<EntityKey, Side[]> {
  const sides = new Map<EntityKey, Side[]>();
  const put = (of: EntityKey, side: Side): void => {
    const known = sides.get(of);
    if (known) known.push(side);
    else sides.set(of, [side]);
  };
  const placings = groupBy(facts, (fact) => (places(fact) ? fact.entity : null));

  for (const fact of facts) {
    const { entity, property, value, words, back, start, end, source } = fact;
    const time = { start, end, source };
    const other = typeof value === 'string' ? value : null;
    // The words of a placing are the title of the office, which its holders bear.
    const isTitle = places(fact);
    put(entity, { property, side: 'own', other, via: null, value, words: isTitle ? null : words, ...time });
    if (property === 'held-by') {
      for (const placing of placings.get(entity) ?? []) headByName(fact, placing, put);
    }
    if (other === null) continue;
    const told = isTitle ? null : (back ?? words);
    put(other, { property, side: 'told', other: entity, via: null, value: null, words: told, ...time });
    if (property !== 'office') continue;
    for (const placing of placings.get(other) ?? []) {
      const body = placing.value;
      const both = typeof body === 'string' && body !== entity ? common(fact, placing) : null;
      if (typeof body !== 'string' || both === null) continue;
      const title = back ?? placing.words;
      const through = { property: placing.property, via: other, value: null, words: title, ...both, source };
      put(entity, { ...through, side: 'own', other: body });
      put(body, { ...through, side: 'told', other: entity });
    }
  }
  return sides;
}

/** Somebody of whom nothing else is known heads a country or body: told there by the name. */
function headByName(fact: FactRow, placing: FactRow, put: (of: EntityKey, side: Side) => void): void {
  const both = common(fact, placing);
  const { value: body, words: title } = placing;
  if (typeof body !== 'string' || both === null || placing.property === 'post-in') return;
  const words = title === null ? fact.words : `${title.charAt(0).toUpperCase()}${title.slice(1)}: ${fact.words}`;
  put(body, {
    property: 'held-by',
    side: 'told',
    other: null,
    via: null,
    value: null,
    words,
    ...both,
    source: fact.source,
  });
}

type Span = Pick<FactRow, 'start' | 'end'>;

/** The time for which both hold; null where there is none: a government has the ministers of its own years. */
function common(one: Span, other: Span): Span | null {
  const start = later(one.start, other.start);
  const end = sooner(one.end, other.end);
  const isNever = start !== null && end !== null && !isBefore(earliest(start), latest(end));
  return isNever && (one.start !== start || one.end !== end) ? null : { start, end };
}

const later = (one: PartialDate | null, other: PartialDate | null): PartialDate | null =>
  one === null || (other !== null && isBefore(earliest(one), earliest(other))) ? other : one;

const sooner = (one: PartialDate | null, other: PartialDate | null): PartialDate | null =>
  one === null || (other !== null && isBefore(latest(other), latest(one))) ? other : one;
