import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identities, openIdentities, openPack, type Pack, writePack } from '../../../lib/pack';
import { entity, smallSource } from './small-source';

/** Keys in use, each with the keys that it had before. */
type Keys = Readonly<Record<string, readonly string[]>>;

function packOf(keys: Keys): Pack {
  const entities = Object.entries(keys).map(([key, formerly]) =>
    entity(key, `Name of ${key}`, { formerly, wikidata: key.startsWith('q') ? key.toUpperCase() : null }),
  );
  return openPack(writePack({ ...smallSource, entities, forms: [], facts: [], backgrounds: [] }));
}

const over = (...packs: Keys[]): Identities => openIdentities(packs.map(packOf));
const keyOfRow = (packs: readonly Pack[], { pack, row }: { pack: number; row: number }) => packs[pack]!.entity(row).key;

describe('keys in one pack', () => {
  const { heirs, current, rows } = over({ q5: ['opec', 'old-opec'], q8: ['left', 'both'], right: ['both'], plain: [] });

  it('stay the same if in use, lead on if renamed, and stay the same if unknown', () => {
    expect(['q5', 'plain', 'opec', 'old-opec', 'nobody'].map(heirs)).toEqual([
      ['q5'],
      ['plain'],
      ['q5'],
      ['q5'],
      ['nobody'],
    ]);
    expect(['q5', 'opec', 'nobody'].map(current)).toEqual(['q5', 'q5', 'nobody']);
    expect(rows('q5')).toEqual([{ pack: 0, row: 1 }]);
    expect(rows('nobody')).toEqual([]);
  });

  it('lead to all successors if split, and to no single one', () => {
    expect(heirs('both')).toEqual(['q8', 'right']);
    expect(current('both')).toBeNull();
  });
});

describe('keys in several packs', () => {
  it('are one entity for a slug in one and an id in another, whichever comes first', () => {
    for (const packs of [
      [{ opec: [] }, { q5: ['opec'] }],
      [{ q5: ['opec'] }, { opec: [] }],
    ] as const) {
      const { current, rows } = over(...packs);
      expect(current('opec')).toBe('q5');
      expect(rows('q5')).toEqual([
        { pack: 0, row: 0 },
        { pack: 1, row: 0 },
      ]);
    }
  });

  it('join two entities of one pack if another knows them to be one', () => {
    const { rows } = over({ 'opec-a': [], 'opec-b': [] }, { q5: ['opec-a', 'opec-b'] });
    expect(rows('q5')).toHaveLength(3);
  });

  it('are followed from pack to pack', () => {
    const { current, rows } = over({ opec: [] }, { q7: ['q5'] }, { q5: ['opec'] });
    expect(['opec', 'q5', 'q7'].map(current)).toEqual(['q7', 'q7', 'q7']);
    expect(rows('q7')).toHaveLength(3);
  });

  it('are not split if another pack uses them', () => {
    const { heirs, rows } = over({ q5: [] }, { q6: ['q5'], q7: ['q5'] });
    expect(heirs('q5')).toEqual(['q5']);
    expect(rows('q6')).toEqual([{ pack: 1, row: 0 }]);
  });

  it('replace an id by another id, never by a slug', () => {
    expect(over({ q5: [] }, { trap: ['q5'] }).heirs('q5')).toEqual(['q5']);
    expect(over({ q5: [] }, { q6: ['q5'] }).heirs('q5')).toEqual(['q6']);
    expect(over({ other: [] }, { trap: ['q5'] }).heirs('q5')).toEqual(['trap']);
  });

  it('lead to one key if packs contradict one another', () => {
    const { current, rows } = over({ q5: ['q6'] }, { q6: ['q5'] });
    expect(['q5', 'q6'].map(current)).toEqual(['q5', 'q5']);
    expect(rows('q5')).toHaveLength(2);
  });

  it('are not answered for other packs', () => {
    expect(over({ a: [] }, { q1: ['a'] }).current('a')).toBe('q1');
    expect(over({ a: [] }, { q2: ['a'] }).current('a')).toBe('q2');
  });
});

describe('for any packs', () => {
  const keys = ['a', 'b', 'c', 'q1', 'q2', 'q3'];
  const pack = fc
    .tuple(
      fc.subarray(keys, { minLength: 1 }),
      fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...keys)), { maxLength: 8 }),
    )
    .map(([used, formers]): Keys => {
      const list = new Map(used.map((key) => [key, new Set<string>()]));
      for (const [at, former] of formers) if (!list.has(former)) list.get(used[at % used.length]!)!.add(former);
      return Object.fromEntries([...list].map(([key, former]) => [key, [...former]]));
    });

  it('successors are current keys, and each row belongs to one entity once', () => {
    fc.assert(
      fc.property(fc.array(pack, { minLength: 1, maxLength: 3 }), (given) => {
        const packs = given.map(packOf);
        const { heirs, current, rows } = openIdentities(packs);
        for (const key of keys) for (const heir of heirs(key)) expect(heirs(heir), key).toEqual([heir]);
        const seen = new Map<string, string>();
        for (const key of new Set(keys.flatMap(heirs))) {
          for (const row of rows(key)) {
            const place = `${row.pack} ${row.row}`;
            expect(seen.get(place), place).toBeUndefined();
            seen.set(place, key);
            expect(current(keyOfRow(packs, row))).toBe(key);
          }
        }
        expect(seen.size).toBe(packs.reduce((sum, { info }) => sum + info.entityCount, 0));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
