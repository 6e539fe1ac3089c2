/** What packs answer to a card, a scan and a dossier. Long because all of it is asked of the same two packs. */
import { describe, expect, it, vi } from 'vitest';
import type { Entity, Fact, Source } from '../../../lib/facts';
import { answerCard, answerScan, createOpenPacks, type LinkStory, readDossier } from '../../../lib/knowledge';
import { type Mention, memoryToText, type ScanStory } from '../../../lib/linking';
import { type Pack, type PackCard, PackError } from '../../../lib/pack';

const source: Source = { name: 'Gazette', url: null, licence: null, asOf: '2026-06-01' };
const office = (words: string): Fact => ({
  property: 'office',
  side: 'own',
  value: null,
  words,
  start: '2019',
  end: null,
  source,
});
const ally = (key: string): Fact => ({
  property: 'ally',
  side: 'own',
  value: { type: 'entity', key, via: null },
  words: null,
  start: null,
  end: null,
  source,
});

interface Rows {
  readonly [key: string]: {
    name: string;
    facts?: Fact[];
    background?: string;
    wikipedia?: string;
  };
}

/** A pack as far as answers read it. */
function packOf(name: string, rows: Rows): Pack {
  const keys = Object.keys(rows);
  const at = (row: number) => rows[keys[row] ?? ''] ?? { name: '' };
  const entity = (row: number): Entity => ({
    key: keys[row] ?? '',
    kind: 'person',
    name: at(row).name,
    qualifier: '',
    gloss: '',
    also: [],
    wikipedia: at(row).wikipedia ?? null,
    wikidata: null,
    prominence: 1,
  });
  const card = async (row: number): Promise<PackCard> => {
    const { facts = [], background } = at(row);
    return {
      entity: entity(row),
      facts,
      background: background === undefined ? null : { text: background, source },
      source,
    };
  };
  return {
    info: { name, edition: '2026-06-01', formatVersion: 2, entityCount: keys.length, formCount: 0, byteLength: 0 },
    row: (key: string) => keys.indexOf(key),
    heirs: () => [],
    formerKeys: () => [],
    entity,
    card: vi.fn(card),
  } as unknown as Pack;
}

const world = packOf('World', {
  ana: {
    name: 'Ana',
    facts: [office('Minister'), ally('bo'), ally('nobody')],
    background: 'Ana knows Bo and Ana and Bo.',
    wikipedia: 'Ana',
  },
  bo: { name: 'Bo' },
});
const extra = packOf('Extra', {
  ana: { name: 'Anna', facts: [office('Minister'), office('Mayor')] },
  cy: { name: 'Cy' },
});

/** Finds names by their letters: enough for the plumbing. */
const link: LinkStory = (packs, story) => {
  const mentions: Mention[] = [];
  for (const { id, text } of story.blocks) {
    for (const [name, entity] of [
      ['Ana', 'ana'],
      ['Bo', 'bo'],
      ['Cy', 'cy'],
    ] as const) {
      if (packs.every((pack) => pack.row(entity) < 0)) continue;
      for (const { index } of text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))) {
        const salience = entity === 'bo' ? 0.9 : 0.4;
        mentions.push({
          block: id,
          start: index,
          end: index + name.length,
          entity,
          confidence: 1,
          salience,
          marked: true,
          evidence: { type: 'only' },
          runnersUp: [],
        });
      }
    }
  }
  return {
    mentions: mentions.sort((a, b) => a.block - b.block || a.start - b.start),
    memory: { named: {}, stems: [], marked: [] },
  };
};
const choices = { refused: {}, muted: [], density: 'normal' as const };
const story = (text: string): ScanStory => ({
  day: '2020-11-20',
  title: '',
  blocks: [{ id: 0, text, role: 'body' }],
  memory: null,
});
const parts = { packs: [world, extra], link, choices, today: '2026-11-22' };

describe('a dossier', () => {
  it('takes a single-valued fact from the first pack, and all others from every pack', async () => {
    const born = (start: string): Fact => ({ ...office(''), property: 'born', words: null, start });
    const told: Fact = { ...born('1999'), side: 'told' };
    const one = packOf('One', { ana: { name: 'Ana', facts: [born('1960-05-01'), office('Minister')] } });
    const two = packOf('Two', { ana: { name: 'Ana', facts: [born('1961'), told, office('Mayor')] } });
    const factsOf = async (...packs: Pack[]) => (await readDossier(packs, 'ana'))?.facts;
    expect(await factsOf(one, two)).toEqual([born('1960-05-01'), office('Minister'), told, office('Mayor')]);
    expect(await factsOf(two, one)).toEqual([born('1961'), told, office('Mayor'), office('Minister')]);
    // What a single pack says of two days is its own affair.
    const unsure = packOf('Unsure', { ana: { name: 'Ana', facts: [born('1960'), born('1961')] } });
    expect(await factsOf(unsure, one)).toEqual([born('1960'), born('1961'), office('Minister')]);
  });

  it('joins what all packs say, named by the first that knows the entity, without duplicates', async () => {
    const dossier = await readDossier([world, extra], 'ana');
    expect(dossier?.entity.name).toBe('Ana');
    expect(dossier?.facts.map(({ words, value }) => words ?? value)).toEqual([
      'Minister',
      { type: 'entity', key: 'bo', via: null },
      { type: 'entity', key: 'nobody', via: null },
      'Mayor',
    ]);
    expect((await readDossier([world, extra], 'cy'))?.entity.name).toBe('Cy');
    expect(await readDossier([world], 'cy')).toBeNull();
  });

  it('keeps different facts apart: another value, another side, another time', async () => {
    const facts = [
      ally('bo'),
      ally('cy'),
      { ...ally('bo'), side: 'told' as const },
      { ...ally('bo'), property: 'opponent' as const },
      { ...ally('bo'), start: '2019' },
      { ...ally('bo'), value: { type: 'entity' as const, key: 'bo', via: 'cy' } },
      ally('bo'),
    ];
    const dossier = await readDossier([packOf('World', { ana: { name: 'Ana', facts } })], 'ana');
    expect(dossier?.facts).toEqual(facts.slice(0, 6));
  });

  it('has the background of the first pack that has one', async () => {
    expect((await readDossier([extra, world], 'ana'))?.background?.text).toContain('Ana knows Bo');
    expect((await readDossier([world], 'bo'))?.background).toBeNull();
  });
});

describe('the answer to a scan', () => {
  it('describes each entity in a line, and reads no more of the pack for that', () => {
    vi.mocked(world.card).mockClear();
    const answer = answerScan(story('Ana met Bo. Ana left.'), parts);
    expect(answer.mentions).toHaveLength(3);
    expect(Object.keys(answer.entities).sort()).toEqual(['ana', 'bo']);
    expect(answer.entities.ana).toEqual({ kind: 'person', name: 'Ana', gloss: world.entity(world.row('ana')).gloss });
    expect(world.card).not.toHaveBeenCalled();
  });

  it('does not repeat what it said with an earlier part of the story', () => {
    const memory = memoryToText({ named: { ana: { forms: ['Ana'], count: 1 } }, stems: [], marked: [] });
    const answer = answerScan({ ...story('Ana met Bo.'), memory }, parts);
    expect(answer.mentions).toHaveLength(2);
    expect(Object.keys(answer.entities)).toEqual(['bo']);
  });

  it('is as if what the page no longer has had never been read', () => {
    const linked = vi.fn(link);
    const memory = memoryToText({ named: { ana: { forms: ['Ana'], count: 1 } }, stems: [7], marked: ['ana', 'bo'] });
    const gone = [{ entity: 'ana', marked: true, role: 'body' as const }];
    const answer = answerScan({ ...story('Ana left.'), memory, gone }, { ...parts, link: linked });
    expect(linked.mock.lastCall?.[1].memory).toEqual({ named: {}, stems: [7], marked: ['bo'] });
    expect(Object.keys(answer.entities)).toEqual(['ana']);
  });

  it('leaves out muted names', () => {
    const answer = answerScan(story('Ana met Bo.'), { ...parts, choices: { ...choices, muted: ['ana'] } });
    expect(answer.mentions.map(({ entity }) => entity)).toEqual(['bo']);
    expect(Object.keys(answer.entities)).toEqual(['bo']);
  });
});

describe('the answer to a card', () => {
  it('has the background, the article and the first line for each other name in both', async () => {
    const look = vi.fn(async () => ({
      state: 'ready' as const,
      article: {
        title: 'Ana',
        extract: 'Cy and Bo, then Bo.',
        description: null,
        url: '',
        fetchedOn: '2026-11-22',
        credit: '',
        stale: false,
      },
    }));
    const answer = await answerCard({ entity: 'ana', day: '2020-11-20', here: ['bo'] }, { ...parts, look });
    expect(look).toHaveBeenCalledWith('Ana');
    expect(answer?.view.background?.text).toContain('Ana knows Bo');
    expect(answer?.nested).toEqual([
      { field: 'background', entity: 'bo', start: 10, end: 12 },
      { field: 'article', entity: 'cy', start: 0, end: 2 },
      { field: 'article', entity: 'bo', start: 7, end: 9 },
    ]);
  });

  it('is empty for an entity that is in no pack any more', async () => {
    const look = vi.fn();
    expect(await answerCard({ entity: 'gone', day: null, here: [] }, { ...parts, look })).toBeNull();
    expect(look).not.toHaveBeenCalled();
  });
});

const onShelf = (pack: Pack, leads = false) => ({
  name: pack.info.name,
  leads,
  from: null,
  before: null,
  pack,
  problem: null,
});

describe('the open packs', () => {
  it('are opened once, at the first question, whoever asks', async () => {
    const bundled = vi.fn(async (_: boolean) => world);
    const imported = vi.fn(async () => [onShelf(extra)]);
    const packs = createOpenPacks({ bundled, imported });
    expect(bundled).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([packs.all(), packs.all()]);
    expect(first).toBe(second);
    expect(first).toEqual([world, extra]);
    expect(bundled).toHaveBeenCalledTimes(1);
    // Others have come: the bundled one is the same, unless it has to be checked whole, or mended.
    packs.forget();
    await packs.all();
    expect([bundled.mock.calls, imported.mock.calls.length]).toEqual([[[false]], 2]);
    await packs.summaries();
    packs.forget();
    await packs.summaries();
    expect(bundled.mock.calls).toEqual([[false], [true]]);
    await packs.mend();
    expect(bundled.mock.calls).toEqual([[false], [true], [true]]);
  });

  it('are in the reader’s order, with the bundled one at its place', async () => {
    const first = packOf('First', {});
    const packs = createOpenPacks({
      bundled: async () => world,
      imported: async () => [onShelf(first, true), onShelf(extra)],
    });
    expect(await packs.all()).toEqual([first, world, extra]);
    expect((await packs.summaries()).map(({ id }) => id)).toEqual(['First', null, 'Extra']);
  });

  it('include the bundled pack when the shelf fails', async () => {
    const packs = createOpenPacks({
      bundled: async () => world,
      imported: () => Promise.reject(new Error('IndexedDB')),
    });
    expect(await packs.all()).toEqual([world]);
  });

  it('report what is wrong with the bundled pack, use the others, and try again the next time', async () => {
    let broken = true;
    const bundled = async () => {
      if (broken) throw new PackError('damaged', 'checksum');
      return world;
    };
    const packs = createOpenPacks({ bundled, imported: async () => [onShelf(extra)] });
    expect(await packs.all()).toEqual([extra]);
    expect((await packs.summaries())[0]).toMatchObject({ id: null, problem: 'damaged', info: null });
    broken = false;
    expect(await packs.all()).toEqual([world, extra]);
    const alone = createOpenPacks({
      bundled: () => Promise.reject(new PackError('newer', 'v9')),
      imported: async () => [],
    });
    await expect(alone.all()).rejects.toMatchObject({ problem: 'newer' });
  });
});
