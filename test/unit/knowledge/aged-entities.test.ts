import { describe, expect, it } from 'vitest';
import { agedEntities } from '../../../lib/knowledge';
import { openPack, writePack } from '../../../lib/pack';
import { entity, fact, smallSource } from '../pack/small-source';

const READ = { ...smallSource.entities[0]!.source, asOf: '2024-05-01' };
const known = (key: string, kind: 'person' | 'place' = 'person') =>
  entity(key, `Name of ${key}`, { kind, ...(key.startsWith('q') && { wikidata: key.toUpperCase() }) });
const office = (key: string, end: string | null) =>
  fact(key, 'office', { words: 'minister', start: '2022-03-01', end, source: READ });
const pack = openPack(
  writePack({
    ...smallSource,
    entities: [known('q1'), known('q2'), known('q3'), known('q4', 'place'), known('no-id'), known('q5')],
    forms: [],
    facts: [
      office('q1', null),
      office('q2', '2023-01-01'),
      fact('q3', 'born', { start: '1960-01-01', end: '1960-01-01', source: READ }),
      fact('q4', 'status', { words: 'under siege', start: '2022', source: READ }),
      office('no-id', null),
      office('q5', null),
    ],
    backgrounds: [],
  }),
);
const ALL = ['q5', 'q4', 'q3', 'q2', 'q1', 'no-id', 'q77'];

describe('entities whose cards may be outdated for a story', () => {
  it('are those with an office that had no end when its source was read, before the story', async () => {
    expect(await agedEntities([pack], ALL, '2026-11-27', 20)).toEqual(['q5', 'q1']);
  });

  it('are none for a story from before that', async () => {
    expect(await agedEntities([pack], ALL, '2024-05-01', 20)).toEqual([]);
    expect(await agedEntities([pack], ALL, '2023-01-01', 20)).toEqual([]);
  });

  it('are limited in number, in the order in which they were requested', async () => {
    expect(await agedEntities([pack], ALL, '2026-11-27', 1)).toEqual(['q5']);
    expect(await agedEntities([pack], ALL, '2026-11-27', 0)).toEqual([]);
  });
});
