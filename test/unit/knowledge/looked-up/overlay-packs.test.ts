import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../lib/database';
import {
  answerCard,
  createLookedUpStore,
  createOpenPacks,
  createOverlayPacks,
  createPrivateItems,
  entityIn,
  OPEN_WORLD,
  withOverlay,
} from '../../../../lib/knowledge';
import { linkStory } from '../../../../lib/linking';
import type { LookedUpItem, LookUpResult } from '../../../../lib/lookup';
import { openPack, type Pack, writePack } from '../../../../lib/pack';
import { entity, fact, form, smallSource } from '../../pack/small-source';
import { item, itemFact, WIKIDATA } from './items';

const API = 'https://wiki.example/w/api.php';
const EARLIER = { ...smallSource.entities[0]!.source, asOf: '2023-05-01' };
const world = openPack(
  writePack({
    ...smallSource,
    entities: [
      entity('q30', 'United States', { kind: 'place', qualifier: 'Country', wikidata: 'Q30' }),
      entity('q77', 'Vera Holm', { kind: 'person', wikidata: 'Q77' }),
      entity('q78', 'Trade minister', { kind: 'office', wikidata: 'Q78' }),
    ],
    forms: [form('q30', 'United States'), form('q77', 'Vera Holm')],
    facts: [fact('q77', 'office', { value: 'q78', start: '2022-03-01', source: EARLIER })],
    backgrounds: [],
  }),
);
const choices = { refused: {}, muted: [], density: 'every' } as const;
const text = 'Officials met. The minister, Ana Dragović, spoke. Vera Holm did not.';
const story = { day: '2026-11-27', title: '', memory: null, blocks: [{ id: 0, text, role: 'body' as const }] };
const linked = (packs: readonly Pack[]) => linkStory(packs, story, choices).mentions.map(({ entity }) => entity);
const cardOf = (packs: readonly Pack[], key: string) =>
  answerCard(
    { entity: key, day: story.day, here: [] },
    { packs, link: linkStory, choices, today: story.day, look: async () => ({ state: 'none' }) },
  );

let databases = 0;
let now = 0;
let parts: ReturnType<typeof open>;
function open() {
  const database = createDatabase(`overlay-${++databases}`);
  const store = createLookedUpStore(database, () => ++now);
  let editions = 0;
  const overlay = createOverlayPacks({
    database,
    store,
    base: async () => [world],
    today: () => story.day,
    write: async (items, ground) => OPEN_WORLD.writeOverlay(items, ground),
    newEdition: () => String(++editions),
  });
  const base = createOpenPacks({ bundled: async () => world, imported: async () => [] });
  return { database, store, overlay, packs: withOverlay(base, overlay) };
}
beforeEach(() => {
  parts = open();
});

async function lookedUp(items: readonly LookedUpItem[], sure = true, refreshed: readonly LookedUpItem[] = []) {
  const results = items.map((one): [string, LookUpResult] => [one.entity.name, { state: 'found', item: one, sure }]);
  await parts.store.keep(API, new Map(results), refreshed);
  await parts.overlay.remake();
  parts.packs.forgetLookedUp();
  return parts.packs.all();
}

describe('the overlay packs', () => {
  it('cost nothing if nothing was looked up', async () => {
    expect(await parts.packs.all()).toEqual([world]);
    expect(await parts.overlay.edition()).toBe('');
  });

  it('link new names in stories at once, and in a worker that starts later', async () => {
    const packs = await lookedUp([item('q900', 'Ana Dragović')]);
    expect(linked(packs)).toEqual(['q900', 'q77']);
    const later = withOverlay(createOpenPacks({ bundled: async () => world, imported: async () => [] }), parts.overlay);
    expect(linked(await later.all())).toEqual(['q900', 'q77']);
  });

  it('link no name unless a story has shown what it means, but provide a card', async () => {
    const packs = await lookedUp([item('q900', 'Ana Dragović')], false);
    expect(linked(packs)).toEqual(['q77']);
    expect((await cardOf(packs, 'q900'))?.view.name).toBe('Ana Dragović');
  });

  it('are a new edition each time', async () => {
    await lookedUp([item('q900', 'Ana Dragović')]);
    const before = await parts.overlay.edition();
    await lookedUp([item('q901', 'Bo Dahl')]);
    expect(await parts.overlay.edition()).not.toBe(before);
  });

  it('name known entities as the packs do', async () => {
    const us = itemFact('q900', { property: 'citizen', value: 'q30' });
    const packs = await lookedUp([item('q900', 'Ana Dragović', { facts: [us] })]);
    const card = await cardOf(packs, 'q900');
    expect(card?.view.ties.map(({ name, entity: key }) => [name, key])).toEqual([['United States', 'q30']]);
    expect(entityIn(packs, 'q30')?.gloss).toBe('United States in a few words');
  });

  it('give a known entity newer facts and no names, and replace the older source', async () => {
    const ended = itemFact('q77', { property: 'office', value: 'q78', start: '2022-03-01', end: '2026-09-01' });
    const next = itemFact('q77', { property: 'office', value: 'q79', start: '2026-09-01' });
    const chair = { ...entity('q79', 'Prime minister', { kind: 'office', wikidata: 'Q79' }), source: WIKIDATA };
    const holm = item('q77', 'Vera Holm', { facts: [ended, next], named: [chair], forms: [form('q77', 'Officials')] });
    const packs = await lookedUp([], true, [holm]);
    expect(linked(packs)).toEqual(['q77']);
    const { view } = (await cardOf(packs, 'q77'))!;
    expect(view.day.map(({ name, source }) => [name, source.name])).toEqual([['Prime minister', 'Wikidata']]);
    expect(view.lastKnown).toEqual([]);
  });

  it('omit a contradictory fact, and nothing else', async () => {
    const bad = itemFact('q900', { property: 'office', words: 'mayor', start: '2020', end: '2010' });
    const good = itemFact('q900', { property: 'office', words: 'governor', start: '2021' });
    const nowhere = itemFact('q900', { property: 'citizen', value: 'q4040' });
    const packs = await lookedUp([item('q900', 'Ana Dragović', { facts: [bad, good, nowhere] })]);
    const { view } = (await cardOf(packs, 'q900'))!;
    expect(view.day.map(({ words }) => words)).toEqual(['governor']);
    expect(view.before).toEqual([]);
  });

  it('replace what they said before, in either pack', async () => {
    const said = (words: string) =>
      item('q900', 'Ana Dragović', { facts: [itemFact('q900', { property: 'office', words, start: '2021' })] });
    await lookedUp([said('mayor')]);
    await parts.store.settle();
    await parts.overlay.remake();
    // Settled by hand, so the pack of what is recent is empty, and that of before is not made yet.
    const packs = await lookedUp([said('governor')]);
    const { view } = (await cardOf(packs, 'q900'))!;
    expect(view.day.map(({ words }) => words)).toEqual(['governor']);
  });

  it('are consolidated when large, so that a look-up rewrites only a small pack', async () => {
    await lookedUp(Array.from({ length: 501 }, (_, at) => item(`q${1_000 + at}`, `Name Of ${at} Person`)));
    expect(await parts.store.rows('recent')).toEqual([]);
    expect((await parts.store.rows('settled')).length).toBe(501);
    const packs = await lookedUp([item('q900', 'Ana Dragović')]);
    expect(packs.map(({ info }) => info.entityCount)).toEqual([3, 1, 501]);
  });

  it('are rebuilt if one is damaged', async () => {
    await lookedUp([item('q900', 'Ana Dragović')]);
    const row = (await parts.database.overlays.get('recent'))!;
    const bytes = new Uint8Array(await row.file.arrayBuffer());
    bytes[bytes.length >> 1]! ^= 0xff;
    await parts.database.overlays.put({ ...row, file: new Blob([bytes]) });
    await parts.packs.mend();
    expect(linked(await parts.packs.all())).toEqual(['q900', 'q77']);
  });

  it('are gone once everything looked up is deleted', async () => {
    await lookedUp([item('q900', 'Ana Dragović')]);
    await parts.store.clear();
    await parts.overlay.remake();
    parts.packs.forgetLookedUp();
    expect(linked(await parts.packs.all())).toEqual(['q77']);
    expect(await parts.database.overlays.count()).toBe(0);
  });
});

describe('a look-up in a private window', () => {
  it('is known there, stored in no database, and gone with the window', async () => {
    const held: Record<string, unknown> = {};
    const area = {
      get: async (key: string) => (key in held ? { [key]: structuredClone(held[key]) } : {}),
      set: async (items: Record<string, unknown>) => void Object.assign(held, structuredClone(items)),
      remove: async (key: string) => void delete held[key],
    };
    const items = createPrivateItems(area, parts.overlay);
    expect(await items.pack()).toBeNull();
    expect(await items.edition()).toBe('');
    await items.add([{ item: item('q900', 'Ana Dragović'), sure: true }]);
    const before = await items.edition();
    expect(before).not.toBe('');
    await items.add([{ item: item('q901', 'Bo Dahl'), sure: false }]);
    // Pages of private windows are read anew when it is another.
    expect(await items.edition()).not.toBe(before);
    const own = (await items.pack())!;
    expect(linked([world, own])).toEqual(['q900', 'q77']);
    expect(own.row('q901')).toBeGreaterThanOrEqual(0);
    // Another worker finds it as well.
    expect((await createPrivateItems(area, parts.overlay).pack())?.row('q900')).toBeGreaterThanOrEqual(0);
    expect(await parts.database.lookedUp.count()).toBe(0);
    expect(await parts.database.overlays.count()).toBe(0);
    await items.forget();
    expect(await items.pack()).toBeNull();
    expect(held).toEqual({});
  });
});
