/** A pack that knows an entity by its slug and one that knows it by its id: one entity in cards, lists and candidates. */
import { describe, expect, it } from 'vitest';
import { answerCard, answerScan, entitiesNamed, entityIn, readDossier } from '../../../lib/knowledge';
import { linkStory } from '../../../lib/linking';
import { type FactRow, openPack, type PackSource, writePack } from '../../../lib/pack';
import { entity, form, smallSource } from '../pack/small-source';

const { source } = smallSource.entities[0]!;
const row = { value: null, back: null, start: null, end: null, source };
const fact = (of: string, words: string): FactRow => ({ ...row, entity: of, property: 'status', words });
const tie = (from: string, value: string, words: string): FactRow => ({
  ...row,
  entity: from,
  property: 'related',
  value,
  words,
});
const none = { forms: [], facts: [], backgrounds: [] };

const bundled: PackSource = {
  ...smallSource,
  ...none,
  entities: [
    entity('opec', 'OPEC'),
    entity('opec-plus', 'OPEC+'),
    entity('ana', 'Ana'),
    entity('q794', 'Iran', { wikidata: 'Q794', formerly: ['iran'] }),
  ],
  forms: [form('opec', 'oil cartel')],
  facts: [fact('opec', 'Founded in Baghdad'), tie('q794', 'ana', 'visited'), tie('q794', 'opec', 'member')],
};
const overlay: PackSource = {
  ...smallSource,
  ...none,
  name: 'Oil',
  entities: [
    entity('q7795', 'Organization of the Petroleum Exporting Countries', {
      wikidata: 'Q7795',
      wikipedia: 'OPEC',
      formerly: ['opec', 'opec-plus'],
    }),
    entity('iran', 'Persia'),
    entity('q8', 'Left', { wikidata: 'Q8', formerly: ['both'] }),
    entity('q9', 'Right', { wikidata: 'Q9', formerly: ['both'] }),
  ],
  forms: [form('q7795', 'oil cartel')],
  facts: [fact('q7795', 'Cuts its output'), fact('iran', 'Has oil')],
};
const packs = [bundled, overlay].map((source) => openPack(writePack(source)));
const choices = { refused: {}, muted: [], density: 'every' } as const;
const text = 'The oil cartel met in Vienna. Iran and OPEC were there.';
const story = { day: '2026-06-01', title: '', memory: null, blocks: [{ id: 0, text, role: 'body' as const }] };
const named = (more: object) =>
  linkStory(packs, story, { ...choices, ...more }).mentions.map(({ start, end, entity }) => [
    text.slice(start, end),
    entity,
  ]);

describe('an entity in two packs', () => {
  it('has one card, requested by any of its keys', async () => {
    for (const key of ['q7795', 'opec', 'opec-plus']) {
      const dossier = await readDossier(packs, key);
      expect(dossier?.entity).toMatchObject({ key: 'q7795', name: 'OPEC', wikidata: 'Q7795', wikipedia: 'OPEC' });
      expect(dossier?.facts.map((one) => JSON.stringify(one)).join()).toMatch(/Baghdad.*output/);
      expect(entityIn(packs, key)).toMatchObject({ key: 'q7795', name: 'OPEC' });
    }
    const tied = (await readDossier(packs, 'q794'))?.facts.flatMap(({ value }) =>
      value?.type === 'entity' ? value.key : [],
    );
    expect(tied).toEqual(['ana', 'q7795']);
    expect((await readDossier(packs, 'iran'))?.entity).toMatchObject({ key: 'q794', name: 'Iran' });
  });

  it('is tied to what the story names by another of its keys', async () => {
    const parts = {
      packs,
      link: linkStory,
      choices,
      today: '2026-06-01',
      look: async () => ({ state: 'none' as const }),
    };
    const card = await answerCard({ entity: 'iran', day: null, here: ['opec'] }, parts);
    expect(card?.view.entity).toBe('q794');
    const names = (view: unknown) => JSON.stringify(view).match(/"(?:q7795|ana)"/g);
    expect(names(card?.view)).toEqual(['"q7795"', '"ana"']);
    const alone = await answerCard({ entity: 'iran', day: null, here: [] }, parts);
    expect(names(alone?.view)).toEqual(['"ana"', '"q7795"']);
    expect(await answerCard({ entity: 'both', day: null, here: [] }, parts)).toBeNull();
  });

  it('is one candidate in a story and one entry in a list', () => {
    expect(named({})).toEqual([
      ['oil cartel', 'q7795'],
      ['Iran', 'q794'],
      ['OPEC', 'q7795'],
    ]);
    const { mentions, entities } = answerScan({ ...story, memory: null }, { packs, choices, link: linkStory });
    expect(mentions[0]?.runnersUp).toEqual([]);
    expect(Object.keys(entities)).toEqual(['q7795', 'q794']);
    expect(entities.q7795?.name).toBe('OPEC');
    expect(entitiesNamed(packs, 'oil cartel')).toEqual([{ entity: 'q7795', name: 'OPEC', kind: 'group' }]);
  });

  it('follows a choice made under a former key', () => {
    expect(named({ refused: { 'oil cartel': ['opec'] } })).not.toContainEqual(['oil cartel', 'q7795']);
    const muted = { ...choices, muted: ['opec-plus', 'iran'] };
    expect(answerScan({ ...story, memory: null }, { packs, choices: muted, link: linkStory }).mentions).toEqual([]);
    expect(linkStory(packs, story, muted).mentions.filter(({ marked }) => marked)).toEqual([]);
  });
});

it('a choice about a key that was split applies to all of its successors', () => {
  const forms = [form('q8', 'old union'), form('q9', 'new union')];
  const pack = [openPack(writePack({ ...smallSource, ...none, entities: overlay.entities, forms }))];
  const asked = (keys: readonly string[]) => {
    const block = { id: 0, text: 'The old union met the new union.', role: 'body' as const };
    const refused = { 'old union': keys, 'new union': keys };
    return linkStory(pack, { ...story, blocks: [block] }, { ...choices, refused }).mentions.map((one) => one.entity);
  };
  expect(asked([])).toEqual(['q8', 'q9']);
  expect(asked(['both'])).toEqual([]);
  expect(entityIn(pack, 'both')).toBeNull();
});
