import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_WORLD } from '../../fixtures/open-world/world';
import { type NameOfStory, type UnknownStory, unknownStories } from '../../tools/unknown-names';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';

const stories = unknownStories();
const names = stories.flatMap((story) => story.names);
const all = [...stories, ...unknownStories('unseen-stories')];
const allNames = all.flatMap((story) => story.names);
const textOf = ({ gold }: UnknownStory): string => gold.story.blocks.map(({ text }) => text).join('\n');
const languageOf = (name: NameOfStory): 'en' | 'de' => (name.story === 'schleuse-2026' ? 'de' : 'en');

let world: OpenWorld;
beforeAll(async () => {
  world = await startOpenWorld();
});
afterAll(() => world.stop());

/** The item to which a title leads, over redirects; null where there is none. */
async function itemAt(title: string, language: 'en' | 'de'): Promise<string | null> {
  const address = new URL(language === 'en' ? world.wikiApi : world.germanWikiApi);
  const question = { action: 'query', format: 'json', formatversion: '2', redirects: '1', prop: 'pageprops' };
  address.search = new URLSearchParams({ ...question, titles: title }).toString();
  const { query } = (await (await fetch(address)).json()) as {
    query: { pages: [{ pageprops?: { wikibase_item?: string; disambiguation?: string } }] };
  };
  const { wikibase_item: item, disambiguation } = query.pages[0].pageprops ?? {};
  if (item === undefined || disambiguation !== undefined) return null;
  return OPEN_WORLD.merged.get(item) ?? item;
}

const rightIds = ({ answer }: NameOfStory): readonly string[] =>
  answer.state === 'found' ? [answer.id] : answer.state === 'several' ? answer.ids : [];

describe('the stories about unknown people', () => {
  it('are a long one, a German one and five short ones, from the last week of November 2026', () => {
    expect(stories.map(({ name }) => name).sort()).toEqual([
      'courts-2026',
      'local-politics-2026',
      'markets-2026',
      'namesakes-2026',
      'sarnitz-accord-2026',
      'schleuse-2026',
      'sport-2026',
    ]);
    expect(stories.every(({ gold }) => /^2026-11-2\d$/.test(gold.story.day ?? ''))).toBe(true);
    const long = stories.find(({ name }) => name === 'sarnitz-accord-2026');
    const words = long ? textOf(long).split(/\s+/).length : 0;
    expect(words).toBeGreaterThanOrEqual(500);
    expect(words).toBeLessThanOrEqual(700);
  });

  it.each(stories.filter(({ html }) => html !== null))(
    '$name: page and labels have the same text',
    ({ html, gold }) => {
      const page = html ?? '';
      for (const { text } of gold.story.blocks) expect(page).toContain(`>${text}<`);
      expect(page).toContain(`"datePublished":"${gold.story.day}`);
    },
  );

  it.each(all)('$name: each unknown name is labelled and has a row', ({ gold, names }) => {
    const unknown = gold.labels.filter(
      ({ type, keys }) => type === 'other' || keys.some((key) => key.startsWith('q99')),
    );
    const labelled = new Set(unknown.map(({ surface }) => surface));
    const forms = new Set(names.flatMap(({ forms }) => forms));
    expect([...labelled].sort()).toEqual([...forms].sort());
    for (const { surface, keys, type } of unknown) {
      const rows = names.filter(({ forms }) => forms.includes(surface));
      const right = rows.flatMap(({ answer }) => (answer.state === 'found' ? [answer.id.toLowerCase()] : []));
      if (type === 'other') expect(right, surface).toEqual([]);
      else expect(keys, surface).toEqual(expect.arrayContaining(right));
    }
  });

  it('describe a name in the words of the story', () => {
    expect(allNames.filter(({ says }) => says.length > 0).length).toBeGreaterThan(120);
    for (const story of all) {
      for (const { says } of story.names) for (const { text } of says) expect(textOf(story)).toContain(text);
    }
  });

  it('refer to an item of the simulated open world in every answer', () => {
    for (const name of allNames)
      for (const id of rightIds(name)) expect(OPEN_WORLD.items.has(id), name.name).toBe(true);
  });

  it('include two namesakes, somebody unknown everywhere, and a name that leads to an event', () => {
    const { names: long } = stories.find(({ name }) => name === 'sarnitz-accord-2026') ?? { names: [] };
    expect(long.filter(({ by }) => by === 'search').map(({ name }) => name)).toEqual([
      'Tomas Arendsen',
      'Marek Zawilski',
    ]);
    expect(long.filter(({ answer }) => answer.state === 'none').map(({ name }) => name)).toEqual([
      'Ketil Morrow',
      'Jorun Haskevold',
    ]);
  });

  it.each(allNames.filter(({ by }) => by === 'title'))(
    '$story: the title $name leads to the right item',
    async (name) => {
      expect(await itemAt(name.name, languageOf(name))).toBe(rightIds(name)[0]);
    },
  );

  it.each(allNames.filter(({ by }) => by === 'english wiki'))('$name: only the English wiki has it', async (name) => {
    expect(await itemAt(name.name, 'de')).toBeNull();
    expect(await itemAt(name.name, 'en')).toBe(rightIds(name)[0]);
  });

  it.each(allNames.filter(({ by }) => by === 'search'))('$story: the title $name does not lead to it', async (name) => {
    expect(rightIds(name)).not.toContain(await itemAt(name.name, languageOf(name)));
  });

  it('include traps of each kind: an event, dead people, dissolved bodies, somebody else, a deleted item, no item, no page', async () => {
    const found = new Map<string, string | null>();
    for (const name of names.filter(({ answer }) => answer.state === 'none')) {
      found.set(name.name, await itemAt(name.name, languageOf(name)));
    }
    expect(Object.fromEntries(found)).toEqual({
      'Ketil Morrow': 'Q990000601',
      'Jorun Haskevold': null,
      'Hollis Brandreth-Ives': null,
      'Edda Vornholt': 'Q990000316',
      'Kestrel Bulk': 'Q990000306',
      'Delphine Accorsi-Ward': null,
      'Salome Yarrick': null,
      'Hanneke Truisma': null,
      'Severin Pallister': 'Q990000851',
      'Annis Pellew': 'Q990000506',
      'Jonas Feldwick': 'Q990000707',
      'Enno Sandvaal': null,
      'Gideon Marchetal': 'Q990000705',
      'Casimir Vontrell': 'Q990000135',
      'Nadja Ferenbach': 'Q990000136',
      'Rory MacTavell': 'Q990000415',
      'Dagna Morstedt': 'Q990000817',
    });
    expect(OPEN_WORLD.items.has('Q990000851')).toBe(false);
  });
});
