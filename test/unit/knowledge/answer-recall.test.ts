import { describe, expect, it } from 'vitest';
import { keyOfKind } from '../../../lib/facts';
import { answerRecall, type RecallQuery } from '../../../lib/knowledge';
import { openPack, writePack } from '../../../lib/pack';
import { entity, fact, smallSource } from '../pack/small-source';

const people = ['ana', 'bo', 'cy', 'di'];
const packs = [
  openPack(
    writePack({
      ...smallSource,
      entities: [
        ...people.map((key) => entity(key, key.toUpperCase(), { kind: 'person', formerly: [`${key}-of-before`] })),
        entity('senator', 'Senator', { kind: 'person', gloss: 'US senator' }),
        entity('nameless', 'Nameless', { kind: 'person', gloss: '' }),
        entity('summit', 'Summit', { kind: 'event', gloss: '' }),
        entity('qom', 'Qom', { kind: 'place' }),
      ],
      forms: [],
      facts: [
        fact('ana', 'office', { words: 'Minister', start: '2022-03-01' }),
        fact('summit', 'status', { words: 'Under way', start: '2019-01-01' }),
      ],
      backgrounds: [],
    }),
  ),
];
const parts = { packs, choices: { refused: {}, muted: [], density: 'normal' } } as const;
const met = (...keys: readonly string[]) => keys.map((entity) => ({ entity, day: '2023-01-01' }));
const ask = async (query: Partial<RecallQuery>, known: readonly string[] = []) =>
  answerRecall({ due: [], fresh: [], most: 10, ...query }, { packs, choices: { ...parts.choices, known } });
const keys = async (...question: Parameters<typeof ask>) => (await ask(...question)).map((one) => one.entity);

describe('whom recall asks about', () => {
  it('is each as of the day on which it was met, under the key it was met by', async () => {
    const [early, late] = await ask({
      due: [
        { entity: 'ana', day: '2020-01-01' },
        { entity: 'ana-of-before', day: '2023-01-01' },
      ],
    });
    expect(early).toMatchObject({ entity: 'ana', name: 'ANA', kind: 'person', sense: { lines: [] } });
    expect(late).toMatchObject({ entity: 'ana-of-before', name: 'ANA', sense: { lines: [{ words: 'Minister' }] } });
  });

  it('is everyone due, and only so many of the others', async () => {
    expect(await keys({ due: met('ana', 'bo'), fresh: met('cy', 'di'), most: 1 })).toEqual(['ana', 'bo', 'cy']);
    expect(await keys({ due: met('ana'), fresh: met('cy'), most: 0 })).toEqual(['ana']);
  });

  it('is no place, nobody without anything to tell, and nobody unheard of: none of them counts', async () => {
    expect(await keys({ fresh: met('qom', 'nameless', 'nobody', 'di', 'ana'), most: 1 })).toEqual(['di']);
    expect(await keys({ due: met('qom', 'nameless', 'nobody') })).toEqual([]);
  });

  it('is an event that has no gloss only where something is known of its day', async () => {
    const then = { entity: 'summit', day: '2020-06-01' } as const;
    expect(await keys({ fresh: [then] })).toEqual(['summit']);
    expect(await keys({ fresh: [{ ...then, day: null }] })).toEqual([]);
  });

  it('is nobody whom the reader knows, or whose kind', async () => {
    expect(await keys({ due: met('ana'), fresh: met('bo', 'cy') }, ['ana', 'bo-of-before'])).toEqual(['cy']);
    expect(await keys({ fresh: met('senator', 'summit') }, [keyOfKind('politics_us')])).toEqual(['summit']);
  });
});
