import type { EntityKey } from '../facts';
import type { FactRow } from './source';
import type { Office } from './types';

/** In words: the longest title that stories put before a name, "deputy prime minister". */
const LONGEST_TITLE = 3;

/** The beginning of an office that a title names: "President of the United States" → "president of the". */
const titleOf = (office: string): string =>
  office.toLowerCase().replace(/-/g, ' ').split(' ').slice(0, LONGEST_TITLE).join(' ');

/** The offices among a person's facts, each with the beginning that a title names. */
export function officesOf(facts: readonly FactRow[], nameOf: (key: EntityKey) => string): Office[] {
  return facts
    .filter(({ property }) => property === 'office')
    .map(({ value, words, start, end }) => {
      const name = words ?? (typeof value === 'string' ? nameOf(value) : '');
      return { title: titleOf(name), start, end };
    });
}
