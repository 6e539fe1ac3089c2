/**
 * How many requests a story costs, whatever names it has: twenty at most take four, and no host is asked two things at once. The two wikis
 * and Wikidata are played by the test, in the real format; a name says by itself who has it. Long because each shape
 * of a story is counted over the same three.
 */
import { describe, expect, it } from 'vitest';
import { createLookUp, createWikiClient, type RequestLog } from '../../../lib/knowledge';
import type { LookUpResult, NoneFound, WantedName } from '../../../lib/lookup';
import { answer, entity, is, person, span, timeSnak } from '../lookup/shapes';

const APIS = {
  en: 'https://en.wiki.example/w/api.php',
  de: 'https://de.wiki.example/w/api.php',
  data: 'https://data.wiki.example/w/api.php',
} as const;
const NOW = Date.parse('2026-11-27T12:00:00Z');
const MOST = 4;

/**
 * Who has a name: the English or the German wiki, or both; a list of namesakes there; an article under each of its titles (`Many`); an article
 * about what it cannot mean (`Odd`).
 */
const HAS: Readonly<Record<string, { readonly en: Page; readonly de: Page }>> = {
  English: { en: 'article', de: 'none' },
  German: { en: 'none', de: 'article' },
  Both: { en: 'article', de: 'article' },
  Missing: { en: 'none', de: 'none' },
  Listed: { en: 'list', de: 'none' },
  Gelistet: { en: 'none', de: 'list' },
  Twice: { en: 'list', de: 'list' },
  Verwaist: { en: 'article', de: 'empty list' },
  Many: { en: 'all', de: 'all' },
  Odd: { en: 'article', de: 'odd' },
};
type Page = 'article' | 'none' | 'list' | 'empty list' | 'all' | 'odd';
type Wiki = 'en' | 'de';

const nameOf = (what: string, number: number): string =>
  `${what} Brunnvik-${'abcdefghijklmnopqrst'[number % 20]}${number}`;
const pageOf = (title: string, wiki: Wiki): Page => HAS[title.split(' ')[0] ?? '']?.[wiki] ?? 'none';

/** An id for each text, the same one each time. */
const ids = new Map<string, string>();
function idOf(text: string, from: number): string {
  const id = ids.get(text) ?? `Q${from + ids.size}`;
  ids.set(text, id);
  return id;
}
const titleOf = new Map<string, string>();
function itemIdOf(title: string): string {
  const id = idOf(title, 10_000);
  titleOf.set(id, title);
  return id;
}

function serveTitles(url: URL, wiki: Wiki): object {
  const words = url.searchParams.get('gsrsearch');
  if (words !== null) {
    if (pageOf(words, wiki) === 'empty list') return { batchcomplete: true };
    const title = `${words} (${wiki === 'en' ? 'politician' : 'Politikerin'})`;
    return { query: { pages: [{ title, index: 1, pageprops: { wikibase_item: itemIdOf(title) } }] } };
  }
  const pages = (url.searchParams.get('titles') ?? '').split('|').map((title) => {
    const page = pageOf(title, wiki);
    const isOwn = !title.endsWith(')');
    if ((page === 'list' || page === 'empty list') && isOwn) return { title, pageprops: { disambiguation: '' } };
    if (page === 'odd' && isOwn) return { title, pageprops: { wikibase_item: itemIdOf(`Odd thing ${title}`) } };
    if (page === 'all' || (page === 'article' && isOwn))
      return { title, pageprops: { wikibase_item: itemIdOf(title) } };
    return { title, missing: true };
  });
  return { query: { pages } };
}

/** Each is a minister of something that no pack knows, and has two trades. */
function itemOf(id: string) {
  const title = titleOf.get(id);
  if (title === undefined) return entity(id, { label: `Something ${id}`, description: 'ministry' });
  if (title.startsWith('Odd thing'))
    return entity(id, { label: title.replace('Odd thing ', ''), claims: { P31: [is('Q515')] } });
  const part = (what: string) => is(idOf(`${what} of ${id}`, 10_000));
  const post = is(idOf(`post of ${id}`, 10_000), { qualifiers: span(timeSnak('2024-05'), null) });
  return person(id, {
    label: title.replace(/ \(.*/, ''),
    description: 'Zendrian politician and theologian',
    claims: { P39: [post], P106: [part('one trade'), part('another trade')] },
  });
}

function open() {
  const asked: URL[] = [];
  const underWay = new Map<string, number>();
  let most = 0;
  const log: RequestLog = {
    begin: async () => async () => {},
    add: async () => {},
    list: async () => [],
    clear: async () => {},
  };
  const client = (api: string) =>
    createWikiClient({
      api,
      async fetch(address) {
        const url = new URL(String(address));
        asked.push(url);
        const now = (underWay.get(url.host) ?? 0) + 1;
        underWay.set(url.host, now);
        most = Math.max(most, now);
        await new Promise((next) => setTimeout(next, 1));
        underWay.set(url.host, now - 1);
        const wiki = url.host === 'en.wiki.example' ? 'en' : url.host === 'de.wiki.example' ? 'de' : null;
        const items = () => (url.searchParams.get('ids') ?? '').split('|').map(itemOf);
        return Response.json(wiki ? serveTitles(url, wiki) : answer(...items()));
      },
      now: () => NOW,
      log,
      pause: { until: async () => 0, remember: async () => {} },
    });
  const lookUp = createLookUp({
    wiki: client(APIS.en),
    others: [{ language: 'de', client: client(APIS.de) }],
    wikidata: client(APIS.data),
    knows: () => null,
    now: () => NOW,
  });
  return { lookUp, asked, most: () => most };
}

/** "12 en English": twelve names of an English text that the English wiki has. */
type Shape = `${number} ${Wiki} ${string}`;
let told = 0;
function namesOf(shapes: readonly Shape[]): WantedName[] {
  return shapes.flatMap((shape) => {
    const [count, language, what] = shape.split(' ') as [string, Wiki, string];
    const roles = language === 'de' ? ['ministerin', 'pfarrerin'] : ['minister'];
    return Array.from({ length: Number(count) }, () => ({
      ...{ name: nameOf(what, told++), kind: 'person' as const, roles, language },
    }));
  });
}
const knownOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => itemIdOf(`Known entity ${at}`).toLowerCase());

const STORIES: readonly (readonly [known: number, ...shapes: Shape[]])[] = [
  [0, '1 en English'],
  [0, '1 en Missing'],
  [0, '1 en Listed'],
  [0, '1 en Many'],
  [20, '1 en Listed'],
  [0, '1 de German'],
  [0, '1 de English'],
  [0, '1 de Missing'],
  [0, '1 de Gelistet'],
  [0, '1 de Listed'],
  [0, '1 de Twice'],
  [0, '1 de Verwaist'],
  [0, '1 de Odd'],
  [20, '1 de Twice'],
  [0, '20 en English'],
  [0, '20 en Missing'],
  [0, '20 en Listed'],
  [20, '20 en English'],
  [20, '20 en Many'],
  [0, '20 de German'],
  [20, '20 de German'],
  [20, '20 de English'],
  [20, '20 de Missing'],
  [20, '20 de Twice'],
  [20, '20 de Both'],
  [20, '20 de Many'],
  [20, '10 en English', '10 de German'],
  [20, '10 de German', '10 en English'],
  [20, '5 en English', '5 de German', '5 de English', '5 en Missing'],
  [20, '4 en Listed', '4 de Twice', '4 de Gelistet', '4 de Missing', '4 en English'],
  [20, '10 en Many', '10 de Many'],
  [20, '1 en English', '1 de German'],
  [20],
  [50],
  [20, '25 en English'],
  [20, '25 de German'],
  [20, '13 en English', '12 de German'],
  [20, '60 en English'],
  [60, '60 de English'],
  [20, '30 en English', '30 de Twice'],
];

describe.each(STORIES.map(([known, ...shapes]) => ({ known, shapes })))(
  'a story with $known known entities and $shapes',
  ({ known, shapes }) => {
    const names = namesOf(shapes);
    const groups = Math.max(1, Math.ceil(names.length / 20), Math.ceil(known / 50));

    it(`needs ${groups * MOST} requests at most, one at a time per host`, async () => {
      const { lookUp, asked, most } = open();
      const { ended, results, refreshed } = await lookUp.lookUp(names, '2026-11-27', {
        remember: true,
        refresh: knownOf(known),
      });
      expect(ended).toBeNull();
      expect(asked.length).toBeLessThanOrEqual(groups * MOST);
      expect(asked.length).toBeGreaterThan(0);
      expect(most()).toBe(1);
      for (const url of asked) {
        for (const list of ['titles', 'ids'])
          expect(url.searchParams.get(list)?.split('|').length ?? 0).toBeLessThanOrEqual(50);
        expect(url.href.length).toBeLessThan(8_000);
      }
      // Where each title has an article there are more of them than one question takes: then a name or a known one waits.
      if (shapes.some((shape) => shape.endsWith('Many'))) return;
      expect(refreshed.size).toBe(known);
      expect([...refreshed.values()].every(({ state }) => state === 'found')).toBe(true);
      for (const { name, language } of names)
        expect([name, results.get(name)?.state]).toEqual([name, atOnce(name, language!)]);
    });

    /** In the first answer. A list of namesakes is gone through for a name alone, as far as four requests do for that. */
    function atOnce(name: string, language: string): LookUpResult['state'] {
      const what = name.split(' ')[0]!;
      const { en, de } = HAS[what]!;
      if (de === 'odd' && language === 'de') return 'none';
      const isFound = en === 'article' || (language === 'de' && de === 'article');
      const isAlone = names.length === 1;
      if (isAlone && what === 'Verwaist') return 'none';
      const isListed = language === 'de' ? de === 'list' : en === 'list';
      return isFound || (isAlone && isListed) ? 'found' : 'none';
    }
  },
);

describe('a name that several have, looked up as often as that finds more', () => {
  it.each<[string, string, readonly string[], number, LookUpResult['state']]>([
    ['the list is in the wiki for all', 'Listed', [], 1, 'found'],
    ['the list is in its own wiki', 'Gelistet', [], 0, 'found'],
    ['both have a list', 'Twice', [], 0, 'found'],
    ['the list of its own wiki leads nowhere', 'Verwaist', [], 1, 'found'],
    ['its own wiki has an article about something else', 'Odd', [], 1, 'found'],
    ['nobody has it', 'Missing', [], 0, 'none'],
    ['both have a list, and it was asked for among others', 'Twice', ['German'], 1, 'found'],
    ['the list is in the wiki for all, and it was asked for among others', 'Listed', ['German'], 1, 'found'],
    ['its own wiki has something else, and it was asked for among others', 'Odd', ['German'], 1, 'found'],
  ])('needs four requests a press, and ends: %s', async (_, what, among, presses, state) => {
    const [wanted, ...others] = namesOf([`1 de ${what}`, ...among.map((one): Shape => `1 de ${one}`)]);
    let before: NoneFound | null = null;
    let names = [wanted!, ...others];
    let pressed = -1;
    for (let result: LookUpResult | undefined; result === undefined || before !== null; pressed++) {
      expect(pressed).toBeLessThan(4);
      const { lookUp, asked } = open();
      const { results } = await lookUp.lookUp(names, '2026-11-27', { remember: true, before });
      expect(asked.length).toBeLessThanOrEqual(MOST);
      result = results.get(wanted!.name);
      before = result?.state === 'none' && result.left !== undefined ? result : null;
      names = [wanted!];
      if (before === null) expect(result?.state).toBe(state);
    }
    expect(pressed).toBe(presses);
  });

  it('is not asked again of a wiki that has said that there is nothing', async () => {
    const [wanted] = namesOf(['1 de Listed']);
    const first = await open().lookUp.lookUp([wanted!], '2026-11-27', { remember: true });
    const before = first.results.get(wanted!.name) as NoneFound;
    expect(before).toEqual({ state: 'none', asked: [APIS.de, APIS.en], left: [{ api: APIS.en, why: 'list' }] });
    const { lookUp, asked } = open();
    await lookUp.lookUp([wanted!], '2026-11-27', { remember: true, before });
    expect(asked.map(({ host, searchParams }) => [host, searchParams.has('gsrsearch')])).toEqual([
      ['en.wiki.example', true],
      ['data.wiki.example', false],
      ['data.wiki.example', false],
    ]);
  });
});

describe('what is reported for a name that nobody has', () => {
  it('is every wiki that was asked, including Wikidata if an article was examined', async () => {
    const [odd, missing, english] = namesOf(['1 de Odd', '1 de Missing', '1 en Missing']);
    const { results } = await open().lookUp.lookUp([odd!, missing!, english!], '2026-11-27', { remember: true });
    expect(results.get(odd!.name)).toEqual({
      state: 'none',
      asked: [APIS.de, APIS.data],
      left: [{ api: APIS.en, why: 'unasked' }],
    });
    expect(results.get(missing!.name)).toEqual({ state: 'none', asked: [APIS.de, APIS.en] });
    expect(results.get(english!.name)).toEqual({ state: 'none', asked: [APIS.en] });
  });

  it('is “nobody” if a list has only people about whom the story says nothing', async () => {
    const [listed] = namesOf(['1 en Listed']);
    const bare = { ...listed!, roles: [] };
    const { results } = await open().lookUp.lookUp([bare], '2026-11-27', { remember: true });
    expect(results.get(bare.name)).toMatchObject({ state: 'none' });
  });
});

it('names of one language are sent together, so that fewer wikis are asked', async () => {
  const [english, german] = [namesOf(['20 en English']), namesOf(['20 de German'])];
  const { lookUp, asked } = open();
  const mixed = english.flatMap((one, at) => [one, german[at]!]);
  expect((await lookUp.lookUp(mixed, '2026-11-27', { remember: true })).results.size).toBe(40);
  // Titles in one wiki each: those that German names have there nobody asks of the other.
  expect(asked.filter(({ searchParams }) => searchParams.has('titles'))).toHaveLength(2);
});

describe('if there are more articles than one request takes', () => {
  it('no name is answered with only some of its candidates', async () => {
    const { lookUp, asked } = open();
    const names = namesOf(['10 en Many', '10 de Many']);
    const { results, refreshed } = await lookUp.lookUp(names, '2026-11-27', {
      remember: true,
      refresh: knownOf(20),
    });
    const sent = asked.filter(({ searchParams }) => searchParams.get('props')?.includes('claims'));
    expect(sent).toHaveLength(1);
    expect(results.size).toBeGreaterThan(12);
    expect(results.size).toBeLessThan(20);
    // Names go before known ones.
    expect(refreshed.size).toBeLessThan(3);
    const keys = new Set(sent[0]?.searchParams.get('ids')?.split('|'));
    for (const [name, result] of results) {
      const own = [...titleOf].filter(([, title]) => title === name || title.startsWith(`${name} (`)).map(([id]) => id);
      expect(own.every((id) => keys.has(id))).toBe(true);
      expect(result.state).toBe('several');
    }
  });

  it('labels of found items and of known ones share the room there is', async () => {
    const { lookUp, asked } = open();
    await lookUp.lookUp(namesOf(['20 de English']), '2026-11-27', { remember: true, refresh: knownOf(20) });
    const labels = asked.filter(({ searchParams }) => searchParams.get('props') === 'labels|descriptions');
    expect(labels).toHaveLength(1);
    const of = new Map([...ids].map(([text, id]) => [id, text]));
    const sent = labels[0]?.searchParams.get('ids')?.split('|') ?? [];
    const isKnown = (id: string): boolean =>
      titleOf.get(/ of (Q\d+)$/.exec(of.get(id) ?? '')?.[1] ?? '')?.startsWith('Known') === true;
    const known = sent.filter(isKnown).length;
    expect(sent).toHaveLength(50);
    expect(known).toBeGreaterThanOrEqual(10);
    expect(known).toBeLessThanOrEqual(20);
  });
});
