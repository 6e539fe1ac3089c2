/** Items of the open world for tests: made up, and as the look-up hands them on. */
import type { LookedUpItem } from '../../../../lib/lookup';
import type { FactRow } from '../../../../lib/pack';
import { entity, form } from '../../pack/small-source';

export const WIKIDATA = { name: 'Wikidata', url: null, licence: 'CC0', asOf: '2026-11-27' } as const;

export function itemFact(key: string, more: Partial<FactRow>): FactRow {
  const none = { value: null, words: null, back: null, start: null, end: null };
  return { entity: key, property: 'member-of', ...none, source: WIKIDATA, ...more };
}

/** `q…`, a name; facts that it has. */
export function item(key: string, name: string, more: Partial<LookedUpItem> = {}): LookedUpItem {
  return {
    entity: {
      ...entity(key, name, { kind: 'person', wikidata: key.toUpperCase(), gloss: `${name}, made up` }),
      source: WIKIDATA,
    },
    forms: [form(key, name)],
    facts: [],
    named: [],
    ...more,
  };
}
