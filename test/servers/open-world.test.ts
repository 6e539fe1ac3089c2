/** Can the small wiki of the tests be trusted? A real MediaWiki, with the same pages, gets the same requests. */
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { OPEN_WORLD } from '../fixtures/open-world/world';
import { startMediaWiki, type WikiServer } from '../tools/mediawiki-server';
import { type OpenWorld, startOpenWorld } from '../tools/wikidata-server';

/** What a wiki imports: the text of each page. */
const PAGES = [...OPEN_WORLD.pages.en.values()].map(({ title, redirectTo, intro, namesakes, item }) => ({
  title,
  text:
    redirectTo === null
      ? [intro, ...(namesakes ?? []).map((name) => `* [[${name}]]`)].join('\n')
      : `#REDIRECT [[${redirectTo}]]`,
  namesakes: namesakes !== null,
  ...(item !== null && { item }),
}));

let real: WikiServer | null = null;
let small: OpenWorld;
beforeAll(async () => {
  small = await startOpenWorld();
  real = await startMediaWiki(PAGES);
  if (!real && process.env.CI) throw new Error('MediaWiki and php-sqlite3 must be installed in CI');
}, 180_000);
afterAll(async () => {
  real?.stop();
  await small.stop();
});

type Question = Readonly<Record<string, string>>;

const FIFTY = [
  ...PAGES.slice(0, 40).map(({ title }) => title),
  ...Array.from({ length: 10 }, (_, i) => `No such page ${i}`),
];
const PROPS = { prop: 'pageprops', ppprop: 'wikibase_item|disambiguation', redirects: '1' };
const QUESTIONS: Readonly<Record<string, Question>> = {
  'an article': { ...PROPS, titles: 'Ilva Brandecker' },
  'a redirect': { ...PROPS, titles: 'I. Brandecker' },
  "a redirect to somebody else's event": { ...PROPS, titles: 'Ketil Morrow' },
  'a redirect into the middle of an article': { ...PROPS, titles: 'Wronicz' },
  'a redirect to a redirect': { ...PROPS, titles: 'Norrhaven shipping' },
  'a redirect to nothing': { ...PROPS, titles: 'Lost Ferry' },
  'a ring of redirects': { ...PROPS, titles: 'Ring of Quays|Sarnitz' },
  'a redirect that is not followed': { prop: 'pageprops', titles: 'I. Brandecker|Sarnitz' },
  'two ways to one article': { ...PROPS, titles: 'Ilva Brandecker|I. Brandecker|ilva_Brandecker' },
  'no page': { ...PROPS, titles: 'Nobody of this Name' },
  'a list of namesakes': { ...PROPS, titles: 'Marek Zawilski|Zawilski|Velmora' },
  'a page without an item': { ...PROPS, titles: 'Hanneke Truisma' },
  'small letters, underscores, blanks': {
    ...PROPS,
    titles: 'sarnitz|Ilva__Brandecker|  Halszka   Wronicz|Zalesin_Dolny ',
  },
  'a title in parts, by its accent': { ...PROPS, titles: 'Karlsho\u0308ft|Bertil Hjo\u0308rne' },
  'signs that turn the direction': { ...PROPS, titles: '\u202ESarnitz\u202C|\u200FWendelsoor' },
  'a fragment': { ...PROPS, titles: 'Sarnitz#Course|#Course' },
  'a colon in front': { ...PROPS, titles: ':Sarnitz' },
  'other namespaces': { ...PROPS, titles: 'Talk:Sarnitz|user:Somebody|Category:Rivers|file:Lock.png|Special:Nothing' },
  'names with signs': {
    ...PROPS,
    titles: "Bargehands' Union|Tolliver & Crane|Tolliver and Crane|Norrhaven Lines ASA|élan|3 % of it",
  },
  'invalid titles': { ...PROPS, titles: 'Not [a title|<b>|A{b}|./a|a/../b|Wait~~~|%41bc|R&amp;D|Sarnitz' },
  'an empty title': { ...PROPS, titles: 'Sarnitz||Wendelsoor' },
  'a title that is too long': { ...PROPS, titles: 'x'.repeat(256) },
  'U+001F between titles that hold a |': { ...PROPS, titles: '\u001FSarnitz\u001Fa|b' },
  'fifty titles': { ...PROPS, titles: FIFTY.join('|') },
  'fifty-one titles': { ...PROPS, titles: [...FIFTY, 'One too many'].join('|') },
  'the same title twice': { ...PROPS, titles: 'Sarnitz|Sarnitz' },
  'no titles': PROPS,
  introductions: {
    prop: 'extracts',
    exintro: '1',
    explaintext: '1',
    exlimit: 'max',
    titles: 'Ilva Brandecker|Sarnitz|Nobody',
  },
  'more introductions than there are in one answer': {
    prop: 'extracts|pageprops',
    exintro: '1',
    explaintext: '1',
    exlimit: 'max',
    titles: FIFTY.slice(0, 25).join('|'),
  },
  addresses: { prop: 'info', inprop: 'url', titles: 'Sarnitz|Zalesin Dolny|Nobody' },
  'something that the wiki does not know': { prop: 'nonsense|pageprops', titles: 'Sarnitz' },
  'a search': { ...PROPS, generator: 'search', gsrsearch: 'Arendsen', gsrlimit: '6' },
  'a search with more to come': { ...PROPS, generator: 'search', gsrsearch: 'Arendsen', gsrlimit: '1' },
  'a search for nothing': { ...PROPS, generator: 'search', gsrsearch: 'qqqqqq' },
  'a generator that there is not': { ...PROPS, generator: 'nonsense' },
};

async function ask(api: string, question: Question): Promise<unknown> {
  const address = new URL(api);
  address.search = new URLSearchParams({ action: 'query', format: 'json', ...question }).toString();
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return response.json();
}

/** Numbers, days and hosts are each wiki's own; `parameter` is named by Wikipedia alone, which is newer. */
const OWN = [
  'pageid',
  'touched',
  'lastrevid',
  'length',
  'new',
  'docref',
  '*',
  'servedby',
  'parameter',
  'page_image_free',
];

function shape(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const shapes = value.map((one) => shape(one));
    // Pages have numbers of their own, and stand in their order.
    return name === 'pages' || name === 'redirects' ? sorted(shapes) : shapes;
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([key]) => !OWN.includes(key));
    if (name === 'pages') return sorted(kept.map(([key, page]) => [Number(key) < 0, shape(page)]));
    return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, shape(one, key)]));
  }
  return name.endsWith('url')
    ? String(value).replace(/^http:\/\/127\.0\.0\.1:\d+\/(wiki|w\/index\.php|index\.php)\/?/, '')
    : value;
}

const sorted = (values: readonly unknown[]): unknown[] =>
  [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const judge = (context: TestContext): string => real?.api ?? context.skip('MediaWiki is not installed');

describe('the small wiki answers as MediaWiki does', () => {
  const asked = Object.entries(QUESTIONS).flatMap(([what, question]) =>
    ['1', '2'].map((version) => [what, version, question] as const),
  );

  it.for(asked)('%s (format %s)', async ([, formatversion, question], context) => {
    const api = judge(context);
    const answer = shape(await ask(small.wikiApi, { ...question, formatversion }));
    expect(answer).toEqual(shape(await ask(api, { ...question, formatversion })));
  });

  it('continued for the remaining introductions', async (context) => {
    const api = judge(context);
    const question = { ...QUESTIONS['more introductions than there are in one answer'], formatversion: '2' };
    const rest = { ...question, excontinue: '20', continue: '||pageprops' };
    expect(shape(await ask(small.wikiApi, rest))).toEqual(shape(await ask(api, rest)));
  });

  it.for(['tomas', 'Lost', 'qqqq'])('with titles that begin with %s', async (search, context) => {
    const api = judge(context);
    const titles = (await ask(small.wikiApi, { action: 'opensearch', search })) as string[][];
    const other = (await ask(api, { action: 'opensearch', search })) as string[][];
    expect(titles.slice(0, 3)).toEqual(other.slice(0, 3));
    expect(titles[3]?.length).toBe(other[3]?.length);
  });

  it('tells a page of another origin whether it may read', async (context) => {
    const api = judge(context);
    for (const origin of ['', '&origin=*']) {
      const [own, other] = await Promise.all(
        [small.wikiApi, api].map((wiki) => fetch(`${wiki}?action=query&format=json&titles=Sarnitz${origin}`)),
      );
      expect(own?.headers.get('access-control-allow-origin')).toBe(other?.headers.get('access-control-allow-origin'));
    }
  });

  it.for([
    ['?origin=*', 'Api-User-Agent'],
    ['?origin=*', 'X-Other'],
    ['', 'Api-User-Agent'],
  ] as const)('allows or forbids a page of another origin a header: "%s" %s', async ([query, header], context) => {
    const api = judge(context);
    const [own, other] = await Promise.all(
      [small.wikiApi, api].map(async (wiki) => {
        const asked = { origin: 'https://x.example', 'access-control-request-method': 'GET' };
        const headers = { ...asked, 'access-control-request-headers': header.toLowerCase() };
        const response = await fetch(wiki + query, { method: 'OPTIONS', headers });
        const said = ['origin', 'headers', 'methods'].map((what) =>
          response.headers.get(`access-control-allow-${what}`),
        );
        return [response.status, ...said];
      }),
    );
    expect(own).toEqual(other);
  });

  it('shows a page for people if no format is requested', async (context) => {
    const api = judge(context);
    for (const wiki of [small.wikiApi, api]) {
      const response = await fetch(`${wiki}?action=query&titles=Sarnitz`);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    }
  });
});
