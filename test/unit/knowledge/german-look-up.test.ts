/** A German story, looked up over the whole way: its unknown names, the small Wikipedias and the small Wikidata of the tests. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { createLookUp, createWikiClient, type LookedUpNames, type RequestLog } from '../../../lib/knowledge';
import { findUnknownNames, linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { wantedOf } from '../../../lib/page';
import { unknownStories } from '../../tools/unknown-names';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const LOG: RequestLog = {
  begin: async () => async () => {},
  add: async () => {},
  list: async () => [],
  clear: async () => {},
};
const gold = unknownStories().find(({ name }) => name === 'schleuse-2026')!;

let world: OpenWorld;
let answered: LookedUpNames;
const asked: { readonly name: string; readonly language: string }[] = [];

beforeAll(async () => {
  world = await startOpenWorld();
  const pack = openPack((await cachedPack()).bytes);
  const { story } = gold.gold;
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  const names = findUnknownNames([pack], story, mentions);
  asked.push(...names);
  const client = (api: string) =>
    createWikiClient({
      api,
      fetch,
      now: () => NOW,
      log: LOG,
      pause: { until: async () => 0, remember: async () => {} },
    });
  const lookUp = createLookUp({
    wiki: client(world.wikiApi),
    others: [{ language: 'de', client: client(world.germanWikiApi) }],
    wikidata: client(world.wikidataApi),
    knows: () => null,
    now: () => NOW,
  });
  answered = await lookUp.lookUp(names.map(wantedOf), '2026-11-27', { remember: false });
});
afterAll(() => world.stop());

describe('the names of a German story', () => {
  it('are sent as German names, in four requests', () => {
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(asked.every(({ language }) => language === 'de')).toBe(true);
    expect(answered.ended).toBeNull();
    expect(world.requests().length).toBeLessThanOrEqual(4);
  });

  it('never lead to the wrong person, and hardly one is missed', () => {
    const verdict = { right: [] as string[], missed: [] as string[], wrong: [] as string[] };
    for (const { name } of asked) {
      const row = gold.names.find(({ forms }) => forms.includes(name));
      const result = answered.results.get(name);
      const found = result?.state === 'found' ? result.item.entity.key.toUpperCase() : 'none';
      const right = row?.answer.state === 'found' ? row.answer.id : 'none';
      verdict[found === right ? 'right' : found === 'none' ? 'missed' : 'wrong'].push(`${name}: ${found}`);
    }
    expect(verdict.wrong).toEqual([]);
    expect(verdict.missed).toEqual([]);
    expect(verdict.right.length).toBeGreaterThanOrEqual(8);
  });

  it.each<[string, string, string, boolean?]>([
    ['only the German wiki has an article', 'Gesine Volkmar-Thode', 'Q990000130'],
    // "Chefin" are many: it is merely the only one.
    ['only the English one has', 'Henrike Solmund', 'Q990000310', false],
    ['the German title is a list of namesakes', 'Tomas Arendsen', 'Q990000126'],
    ['the article has a German description', 'Almut Kersenbrook', 'Q990000507'],
  ])('are found if %s', (_, name, id, sure = true) => {
    expect(answered.results.get(name)).toMatchObject({
      state: 'found',
      sure,
      item: { entity: { key: id.toLowerCase(), name } },
    });
  });
});
