import type { EntityKey } from '../facts';
import type { FactRow } from './source';
import { titleOf } from './title';
import type { Office } from './types';

/** The offices among a person's facts, each with the beginning that a title names. */
export function officesOf(facts: readonly FactRow[], nameOf: (key: EntityKey) => string): Office[] {
  return facts
    .filter(({ property }) => property === 'office')
    .map(({ value, words, start, end }) => {
      const name = words ?? (typeof value === 'string' ? nameOf(value) : '');
      return { title: titleOf(name), start, end };
    });
}
