import type { EntityKey } from '../facts';
import type { FactRow } from './source';
import { titleOf } from './title';
import type { Office } from './types';

/** The offices among the facts of a person, each with the beginning by which a title names it. */
export function officesOf(facts: readonly FactRow[], nameOf: (key: EntityKey) => string): Office[] {
  return facts
    .filter(({ property }) => property === 'office')
    .map(({ value, words, start, end }) => {
      const name = words ?? (typeof value === 'string' ? nameOf(value) : '');
      return { title: titleOf(name), start, end };
    });
}
