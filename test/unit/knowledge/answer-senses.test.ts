import { describe, expect, it } from 'vitest';
import { keyOfKind } from '../../../lib/facts';
import { answerSenses } from '../../../lib/knowledge';
import { openPack, writePack } from '../../../lib/pack';
import { entity, fact, smallSource } from '../pack/small-source';

const READ = { ...smallSource.entities[0]!.source, asOf: '2026-05-01' };
const packs = [
  openPack(
    writePack({
      ...smallSource,
      entities: [
        entity('ana', 'Ana', { kind: 'person', gloss: 'jurist', formerly: ['ana-of-before'] }),
        entity('iran', 'Iran', { kind: 'place', qualifier: 'Country' }),
        entity('qom', 'Qom', { kind: 'place', qualifier: 'Iran' }),
        entity('country-club', 'Country', { kind: 'group', qualifier: 'Country' }),
      ],
      forms: [],
      facts: [
        fact('ana', 'office', { words: 'Minister', start: '2022-03-01', source: READ }),
        fact('iran', 'status', { words: 'At war', start: '2022', source: READ }),
      ],
      backgrounds: [],
    }),
  ),
];

const parts = { packs, choices: { refused: {}, muted: [], density: 'normal' } } as const;

describe('the description of each name in a list', () => {
  it('is as of the day of the story, under the requested key', async () => {
    const { ana, ...others } = await answerSenses(['ana', 'ana-of-before', 'nobody'], '2026-04-01', parts);
    expect(ana).toMatchObject({ gloss: 'jurist', isCountry: false });
    expect(ana?.lines).toMatchObject([{ words: 'Minister', tense: 'held', source: { asOf: '2026-05-01' } }]);
    expect(Object.keys(others)).toEqual(['ana-of-before']);
  });

  it('is only the gloss if the story has no day', async () => {
    expect((await answerSenses(['ana'], null, parts)).ana).toEqual({ gloss: 'jurist', isCountry: false, lines: [] });
  });

  it('marks countries, and has no line for them', async () => {
    const senses = await answerSenses(['iran', 'qom', 'country-club'], '2026-04-01', parts);
    expect(Object.entries(senses).map(([key, { isCountry, lines }]) => [key, isCountry, lines.length])).toEqual([
      ['iran', true, 0],
      ['qom', false, 0],
      ['country-club', false, 0],
    ]);
  });

  it('marks what the reader knows: the entity, also under a former key, or its kind', async () => {
    const knownOf = async (...known: string[]) => {
      const choices = { ...parts.choices, known };
      const senses = await answerSenses(['ana', 'qom', 'country-club'], null, { packs, choices });
      return Object.entries(senses).map(([key, sense]) => [key, sense.known]);
    };
    expect(await knownOf('ana-of-before', keyOfKind('places'))).toEqual([
      ['ana', 'itself'],
      ['qom', 'kind'],
      ['country-club', undefined],
    ]);
    expect(await knownOf('qom', keyOfKind('places'))).toContainEqual(['qom', 'itself']);
  });
});
