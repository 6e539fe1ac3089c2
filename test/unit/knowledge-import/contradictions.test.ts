/** The shipped tables say nothing that contradicts itself, by rules that were kinds of wrong cards once. */
import { describe, expect, it } from 'vitest';
import type { EntityRow, FactRow, PackSource } from '../../../lib/pack';
import { contradictions } from '../../tools/knowledge-check/contradictions';
import { readKnowledge } from '../../tools/read-knowledge';

const source = { name: 'A', url: '', licence: '', asOf: '2026-01-01' };
const entity = (key: string, more: Partial<EntityRow> = {}): EntityRow =>
  ({
    key,
    kind: 'person',
    name: 'Otto Strakencz',
    qualifier: '',
    gloss: 'Politician',
    prominence: 1,
    nouns: [],
    wikipedia: null,
    wikidata: null,
    formerly: [],
    source,
    ...more,
  }) as EntityRow;
const fact = (of: string, property: string, start: string | null, end: string | null = null): FactRow =>
  ({ entity: of, property, value: null, words: 'Minister', back: null, start, end, source }) as unknown as FactRow;
const rulesOf = (entities: EntityRow[], facts: FactRow[] = [], forms: PackSource['forms'] = []): string[] =>
  contradictions({ entities, facts, forms }, () => true).map(({ rule }) => rule);

describe('a contradiction is', () => {
  const one = entity('a');
  it('an office outside the life of its holder', () => {
    const died = fact('a', 'died', '1990');
    expect(rulesOf([one], [died, fact('a', 'office', '1991')])).toEqual(['an office begins after the death']);
    expect(rulesOf([one], [died, fact('a', 'office', '1980', '1991')])).toEqual(['an office ends after the death']);
    expect(rulesOf([one], [died, fact('a', 'office', '1980', '1990')])).toEqual([]);
    expect(rulesOf([one], [fact('a', 'born', '1985'), fact('a', 'office', '1991')])).toEqual(['an office of a child']);
    expect(rulesOf([one], [fact('a', 'office', '1991', '1990')])).toEqual(['an office ends before it begins']);
  });

  it('a year of birth in the gloss that differs from the facts', () => {
    const of = (gloss: string, born: string): string[] => rulesOf([entity('a', { gloss })], [fact('a', 'born', born)]);
    expect(of('Actor · born 1950', '1950')).toEqual([]);
    expect(of('Actor, born about 1950', '~1950')).toEqual([]);
    expect(of('Actor · born 1950', '1951')).toEqual(['the gloss has another birth']);
    expect(of('Actor · born 1950', '~1950')).toEqual(['the gloss is surer of the birth than the fact, or less']);
    expect(of('Actor, born about 1950', '1950')).toEqual(['the gloss is surer of the birth than the fact, or less']);
  });

  it('one thing under two keys, unless each key has an id', () => {
    const event = (key: string, name: string, more: Partial<EntityRow> = {}): EntityRow =>
      entity(key, { kind: 'event', name, ...more });
    const spelt = [event('a', 'Ruritanian Civil War'), event('b', 'The Ruritanian civil war')];
    expect(rulesOf(spelt)).toEqual(['one event in two spellings']);
    expect(rulesOf([event('a', 'War of 1812'), event('b', 'War of 1813')])).toEqual([]);
    const born = ['a', 'b'].map((key) => fact(key, 'born', '1810'));
    const form = { entity: 'a', form: 'Black Michael' } as PackSource['forms'][number];
    const two = [one, entity('b', { name: 'Black Michael' })];
    expect(rulesOf(two, born, [form])).toEqual(['two people of one name and year']);
    const known = two.map((row, at) => ({ ...row, wikidata: `Q${at}` }));
    expect(rulesOf(known, born, [form])).toEqual([]);
    const firms = ['a', 'b'].map((key) => entity(key, { kind: 'company', name: 'Zendabank' }));
    expect(rulesOf(firms)).toEqual(['one firm twice']);
  });

  it('a war between two places of which one contains the war', () => {
    const war = entity('a', { kind: 'event', name: 'Ruritanian–Bordurian War', gloss: 'War in Borduria · 1900' });
    expect(rulesOf([war])).toEqual(['a war between two lies in one of them']);
  });
});

it('the shipped tables have none', () => {
  const all = readKnowledge();
  const written = new Set(readKnowledge('written').entities.map(({ key }) => key));
  const found = contradictions(all, ({ key }) => !written.has(key));
  expect(found.map(({ rule, who }) => `${rule}: ${who}`)).toEqual([]);
});
