/** Names looked up over two servers that the test plays: what is asked, what comes of it, and what goes wrong. Long because each fault is one of many. */
import { describe, expect, it } from 'vitest';
import { createLookUp, createWikiClient, type LookUpProgress, type RequestLog } from '../../../lib/knowledge';
import type { NoneFound, WantedName } from '../../../lib/lookup';
import { answer, entity, is, itemSnak, person, span, timeSnak } from '../lookup/shapes';

const WIKI = 'https://en.wiki.example/w/api.php';
const GERMAN = 'https://de.wiki.example/w/api.php';
const WIKIDATA = 'https://data.wiki.example/w/api.php';
const DAY = '2026-11-27';
const NOW = Date.parse('2026-11-27T12:00:00Z');

type Misbehaviour = (url: URL, signal: AbortSignal | null) => Response | Promise<Response> | null;

/** People 1 … n are ministers of ministries 1 … n; all of it is answered in the real format. */
const PEOPLE = 300;
const nameOf = (number: number) =>
  `Ada Brunnvik-${'abcdefghijklmnopqrstuvwxyz'[number % 26]}${Math.floor(number / 26)}`;
const minister = (number: number) =>
  person(`Q${1000 + number}`, {
    label: nameOf(number),
    description: 'Zendrian politician',
    title: nameOf(number),
    claims: { P39: [is(`Q${5000 + number}`, { qualifiers: span(timeSnak('2024-05'), null) })], P102: [is('Q7000')] },
  });
/** What the German wiki alone has. */
const GERMAN_ALONE = 'Gesa Brunnvik (Politikerin)';
const WORLD = new Map<string, { readonly id: string }>([
  ...Array.from({ length: PEOPLE }, (_, i) => [`Q${1000 + i}`, minister(i)] as const),
  ...Array.from(
    { length: PEOPLE },
    (_, i) => [`Q${5000 + i}`, entity(`Q${5000 + i}`, { label: `Minister of Tide ${i}` })] as const,
  ),
  [
    'Q8000',
    person('Q8000', {
      german: ['Gesa Brunnvik', 'zendrische Politikerin'],
      germanTitle: GERMAN_ALONE,
      claims: { P102: [is('Q7000')] },
    }),
  ],
  ['Q7000', entity('Q7000', { label: 'Tide Party', description: 'political party' })],
]);
const ITEM_OF = new Map(Array.from({ length: PEOPLE }, (_, i) => [nameOf(i), `Q${1000 + i}`]));

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json; charset=utf-8', ...init.headers },
  });

function serve(url: URL): Response {
  if (url.searchParams.get('action') === 'query') {
    const titles = (url.searchParams.get('titles') ?? '').split('|');
    const pages = titles.map((title) => {
      const isGerman = url.host === 'de.wiki.example';
      const id = isGerman ? (title === GERMAN_ALONE ? 'Q8000' : undefined) : ITEM_OF.get(title);
      return id ? { title, pageprops: { wikibase_item: id } } : { title, missing: true };
    });
    return json({ batchcomplete: true, query: { pages } });
  }
  const ids = (url.searchParams.get('ids') ?? '').split('|');
  return json(answer(...ids.map((id) => WORLD.get(id) ?? { id, missing: '' })));
}

function chain(misbehave: Misbehaviour = () => null) {
  const asked: { readonly url: URL; readonly init: RequestInit; bytes: number }[] = [];
  const logged: Parameters<RequestLog['add']>[0][] = [];
  const pauses = new Map<string, number>();
  const pause = {
    until: async (api: string) => pauses.get(api) ?? 0,
    remember: async (api: string, until: number) => void pauses.set(api, until),
  };
  const log: RequestLog = {
    begin: async () => async () => {},
    add: async (row) => void logged.push(row),
    list: async () => logged,
    clear: async () => {},
  };
  const client = (api: string) =>
    createWikiClient({
      api,
      fetch: async (address, init = {}) => {
        const url = new URL(String(address));
        const row = { url, init, bytes: 0 };
        asked.push(row);
        const response = (await misbehave(url, init.signal ?? null)) ?? serve(url);
        row.bytes = response.ok && response.headers.has('x-odd') === false ? (await response.clone().text()).length : 0;
        return response;
      },
      now: () => NOW,
      log,
      pause,
      wait: async () => {},
      timeOutMs: 200,
    });
  const lookUp = createLookUp({
    wiki: client(WIKI),
    others: [{ language: 'de', client: client(GERMAN) }],
    wikidata: client(WIKIDATA),
    knows: (key) => (key === 'q7000' ? { kind: 'group', name: 'Tide Party' } : null),
    now: () => NOW,
  });
  return { lookUp, asked, logged, pauses };
}

const wanted = (name: string): WantedName => ({ name, kind: 'person', roles: ['minister'] });
const people = (count: number) => Array.from({ length: count }, (_, i) => wanted(nameOf(i)));
const remembered = { remember: true };
const isItems = (url: URL) => url.searchParams.get('props')?.includes('claims') === true;
const isLabels = (url: URL) => url.searchParams.get('props') === 'labels|descriptions';

describe('looking up the names of a story', () => {
  it('takes three requests for twenty names: titles, items, labels of what no pack knows', async () => {
    const { lookUp, asked } = chain();
    const told: LookUpProgress[] = [];
    const { results, ended } = await lookUp.lookUp(people(20), DAY, {
      ...remembered,
      progress: (one) => told.push(one),
    });
    expect(ended).toBeNull();
    expect(results.size).toBe(20);
    expect([...results.values()].every((one) => one.state === 'found' && one.sure)).toBe(true);
    expect(asked.map(({ url }) => url.host)).toEqual(['en.wiki.example', 'data.wiki.example', 'data.wiki.example']);
    const labels = asked[2]?.url.searchParams.get('ids')?.split('|');
    expect(labels).toHaveLength(20);
    expect(labels).not.toContain('Q7000');
    expect(told.map(({ requests }) => requests)).toEqual([1, 2, 3]);
  });

  it('brings what a card shows, with source and day', async () => {
    const { lookUp } = chain();
    const { results } = await lookUp.lookUp([wanted(nameOf(3))], DAY, remembered);
    const result = results.get(nameOf(3));
    expect(result).toMatchObject({
      state: 'found',
      item: {
        entity: { key: 'q1003', kind: 'person', source: { name: 'Wikidata', licence: 'CC0', asOf: DAY } },
        facts: [
          { property: 'office', value: 'q5003', start: '2024-05', end: null },
          { property: 'party', value: 'q7000' },
        ],
        named: [{ key: 'q5003', kind: 'office', name: 'Minister of Tide 3' }],
      },
    });
  });

  it('takes several batches beyond twenty names, with four requests each at most', async () => {
    const { lookUp, asked } = chain();
    const { results } = await lookUp.lookUp(people(70), DAY, remembered);
    expect(results.size).toBe(70);
    expect(asked.length).toBeLessThanOrEqual(16);
  });

  it('reports names without an article, which cost no more than the titles', async () => {
    const { lookUp, asked } = chain();
    const names = ['Nobody Atall', 'A|B', 'https://a.example/x', '', 'x'.repeat(500)];
    const { results, ended } = await lookUp.lookUp(names.map(wanted), DAY, remembered);
    expect([...results].map(([name, { state }]) => [name, state])).toEqual(
      expect.arrayContaining(names.map((name) => [name, 'none'])),
    );
    expect(ended).toBeNull();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url.searchParams.get('titles')).toBe(
      'Nobody Atall|Nobody Atall (politician)|Nobody Atall (bishop)',
    );
  });

  it('sends the names and nothing else: no cookies, no referrer, no day, no roles', async () => {
    const { lookUp, asked } = chain();
    await lookUp.lookUp(people(3), DAY, remembered);
    const allowed =
      /^(?:action|format|formatversion|origin|redirects|prop|ppprop|titles|ids|props|sitefilter|languages|maxlag)$/;
    for (const { url, init } of asked) {
      expect([...url.searchParams.keys()].filter((key) => !allowed.test(key))).toEqual([]);
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
      expect(init.body).toBeUndefined();
      if (url.host === 'data.wiki.example') expect(url.searchParams.get('maxlag')).toBe('5');
    }
  });

  it('is logged as it was sent, but not from a private window', async () => {
    const open = chain();
    await open.lookUp.lookUp([wanted(nameOf(0))], DAY, remembered);
    expect(open.logged.map(({ host, titles, outcome }) => [host, titles[0], outcome])).toEqual([
      ['en.wiki.example', nameOf(0), 'answered'],
      ['data.wiki.example', 'Q1000', 'answered'],
      ['data.wiki.example', 'Q5000', 'answered'],
    ]);
    const hidden = chain();
    const { results } = await hidden.lookUp.lookUp([wanted(nameOf(0))], DAY, { remember: false });
    expect(results.size).toBe(1);
    expect(hidden.logged).toEqual([]);
  });
});

describe('looking up the names of a German story', () => {
  const german = (name: string, role = 'ministerin'): WantedName => ({
    ...wanted(name),
    roles: [role],
    language: 'de',
  });

  it('asks the German wiki first, and the general one for those that it lacks', async () => {
    const { lookUp, asked } = chain();
    const names = [german('Gesa Brunnvik'), german(nameOf(3)), german('Nobody Atall')];
    const { results, ended } = await lookUp.lookUp(names, DAY, remembered);
    expect(ended).toBeNull();
    expect(asked.map(({ url }) => url.host)).toEqual([
      'de.wiki.example',
      'en.wiki.example',
      'data.wiki.example',
      'data.wiki.example',
    ]);
    expect(asked[0]?.url.searchParams.get('titles')).toContain('Nobody Atall (Politikerin)');
    expect(asked[1]?.url.searchParams.get('titles')).not.toContain('Gesa');
    expect(asked[1]?.url.searchParams.get('titles')).toContain('Nobody Atall (politician)');
    expect(asked[2]?.url.searchParams.get('sitefilter')).toBe('enwiki|dewiki');
    expect(asked[2]?.url.searchParams.get('languages')).toBe('en|mul|de');
    expect(results.get('Gesa Brunnvik')).toMatchObject({
      state: 'found',
      sure: true,
      item: { entity: { name: 'Gesa Brunnvik', wikipedia: `de:${GERMAN_ALONE}` } },
    });
    expect(results.get(nameOf(3))).toMatchObject({ state: 'found', sure: true });
    expect(results.get('Nobody Atall')).toEqual({ state: 'none', asked: [GERMAN, WIKI] });
  });

  it('asks no other wiki if all have an article there', async () => {
    const { lookUp, asked } = chain();
    await lookUp.lookUp([german('Gesa Brunnvik')], DAY, remembered);
    expect(asked.map(({ url }) => url.host)).not.toContain('en.wiki.example');
  });

  it('leaves a name that many people have to a separate request', async () => {
    const bearers = (url: URL) =>
      url.searchParams.get('titles')?.includes('Nobody Atall') && url.host === 'en.wiki.example'
        ? json({ query: { pages: [{ title: 'Nobody Atall', pageprops: { disambiguation: '' } }] } })
        : null;
    const { lookUp, asked } = chain(bearers);
    const { results } = await lookUp.lookUp([german('Gesa Brunnvik'), german('Nobody Atall')], DAY, remembered);
    expect(results.get('Nobody Atall')).toEqual({
      state: 'none',
      asked: [GERMAN, WIKI],
      left: [{ api: WIKI, why: 'list' }],
    });
    expect(asked).toHaveLength(3);
    expect(asked.some(({ url }) => url.searchParams.has('gsrsearch'))).toBe(false);
    const alone = chain(bearers);
    const before = results.get('Nobody Atall') as NoneFound;
    const next = await alone.lookUp.lookUp([german('Nobody Atall')], DAY, { ...remembered, before });
    expect(alone.asked.map(({ url }) => [url.host, url.searchParams.has('gsrsearch')])).toEqual([
      ['en.wiki.example', true],
    ]);
    expect(next.results.get('Nobody Atall')).toEqual({ state: 'none', asked: [GERMAN, WIKI] });
  });

  it('asks no wiki for a story in a language that the wikis do not have', async () => {
    const { lookUp, asked } = chain();
    await lookUp.lookUp([{ ...wanted(nameOf(3)), language: 'fr' }], DAY, remembered);
    expect(asked.map(({ url }) => url.host)).not.toContain('de.wiki.example');
  });

  it('keeps what the German wiki found if the other does not answer', async () => {
    const { lookUp } = chain((url) => (url.host === 'en.wiki.example' ? new Response('', { status: 403 }) : null));
    const names = [german('Gesa Brunnvik'), german('Nobody Atall')];
    const { results, ended } = await lookUp.lookUp(names, DAY, remembered);
    expect(ended).toMatchObject({ problem: 'refused' });
    expect([...results.keys()]).toEqual(['Gesa Brunnvik']);
  });
});

describe('a failure of a look-up', () => {
  const page = () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } });
  const half = () => new Response('{"entities":{"Q1000":{"id"', { headers: { 'content-type': 'application/json' } });
  const lag = () =>
    json({ error: { code: 'maxlag', info: 'Waiting: 7 seconds lagged.' } }, { headers: { 'retry-after': '5' } });

  it.each<[string, () => Response, string, number | null]>([
    ['a page in place of an answer', page, 'bad-answer', null],
    ['half an answer', half, 'bad-answer', null],
    ['an answer to something else', () => json({ batchcomplete: true }), 'bad-answer', null],
    [
      '429 with Retry-After',
      () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
      'busy',
      NOW + 7_000,
    ],
    ['429 without', () => new Response('', { status: 429 }), 'busy', NOW + 5_000],
    ['maxlag', lag, 'busy', NOW + 5_000],
    ['maxlag that does not say how long', () => json({ error: { code: 'maxlag' } }), 'busy', NOW + 5_000],
    ['an error of the API', () => json({ error: { code: 'no-such-entity', info: 'x' } }), 'refused', null],
    ['500, twice', () => new Response('', { status: 500 }), 'server-error', null],
    ['403', () => new Response('', { status: 403 }), 'refused', null],
  ])('of the items by %s keeps the titles', async (_, response, problem, retryAt) => {
    const { lookUp, asked } = chain((url) => (isItems(url) ? response() : null));
    const { results, ended } = await lookUp.lookUp([wanted(nameOf(0)), wanted('Nobody Atall')], DAY, remembered);
    expect([...results]).toEqual([['Nobody Atall', { state: 'none', asked: [WIKI] }]]);
    expect(ended).toMatchObject({ problem, retryAt });
    expect(asked.length).toBe(problem === 'server-error' ? 3 : 2);
  });

  it('of the labels keeps the items, without what needs labels', async () => {
    const { lookUp } = chain((url) => (isLabels(url) ? new Response('', { status: 429 }) : null));
    const { results, ended } = await lookUp.lookUp([wanted(nameOf(0))], DAY, remembered);
    expect(ended).toMatchObject({ problem: 'busy' });
    expect(results.get(nameOf(0))).toMatchObject({
      state: 'found',
      item: { facts: [{ property: 'party' }], named: [] },
    });
  });

  it('of the labels reports nobody as missing, since a label may be what is missing', async () => {
    const park = entity('Q1000', { label: nameOf(0), title: nameOf(0), claims: { P31: [is('Q5999')] } });
    const village = entity('Q5999', { label: 'village' });
    const answers = (isTold: boolean) => (url: URL) =>
      isItems(url)
        ? json(answer(park))
        : isLabels(url)
          ? isTold
            ? json(answer(village))
            : new Response('', { status: 403 })
          : null;
    const place: WantedName = { name: nameOf(0), kind: 'place', roles: ['village'] };
    const told = await chain(answers(true)).lookUp.lookUp([place], DAY, remembered);
    expect(told.results.get(nameOf(0))?.state).toBe('found');
    const untold = await chain(answers(false)).lookUp.lookUp([place], DAY, remembered);
    expect(untold.results.size).toBe(0);
    expect(untold.ended).toMatchObject({ problem: 'refused' });
  });

  it('of one server is repaired by one retry', async () => {
    let failed = 0;
    const { lookUp } = chain((url) => (isItems(url) && failed++ === 0 ? new Response('', { status: 502 }) : null));
    expect((await lookUp.lookUp([wanted(nameOf(0))], DAY, remembered)).ended).toBeNull();
  });

  it('with a request to pause is not repeated before then', async () => {
    const { lookUp, asked, pauses } = chain(() => new Response('', { status: 429, headers: { 'retry-after': '60' } }));
    await lookUp.lookUp(people(1), DAY, remembered);
    const { ended } = await lookUp.lookUp(people(1), DAY, remembered);
    expect(ended).toMatchObject({ problem: 'busy', retryAt: NOW + 60_000 });
    expect(asked).toHaveLength(1);
    expect([...pauses.keys()]).toEqual([WIKI]);
  });

  it('is called offline without a connection, and a time-out when too slow', async () => {
    const offline = chain(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await offline.lookUp.lookUp(people(1), DAY, remembered)).ended).toMatchObject({ problem: 'offline' });
    const silent = chain(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    expect((await silent.lookUp.lookUp(people(1), DAY, remembered)).ended).toMatchObject({ problem: 'time-out' });
  });

  it('of one batch leaves the others intact', async () => {
    const { lookUp } = chain((url) => (url.searchParams.get('titles')?.includes(nameOf(25)) ? page() : null));
    const { results, ended } = await lookUp.lookUp(people(60), DAY, remembered);
    expect(ended).toMatchObject({ problem: 'bad-answer' });
    expect(results.size).toBe(40);
  });
});

describe('looking up a page in two languages', () => {
  const german = (name: string): WantedName => ({ ...wanted(name), roles: ['ministerin'], language: 'de' });
  const names = [wanted(nameOf(0)), german('Gesa Brunnvik'), german(nameOf(3)), german('Nobody Atall')];
  const refresh = ['q1007'];
  const refused = () => new Response('', { status: 403 });
  const hostsOf = (asked: ReturnType<typeof chain>['asked']) => asked.map(({ url }) => url.host.split('.')[0]);

  it('takes four requests, including known entities', async () => {
    const { lookUp, asked } = chain();
    const { results, refreshed, ended } = await lookUp.lookUp(names, DAY, { ...remembered, refresh });
    expect(ended).toBeNull();
    expect(hostsOf(asked)).toEqual(['de', 'en', 'data', 'data']);
    expect(asked[0]?.url.searchParams.get('titles')).not.toContain(nameOf(0));
    expect(asked[1]?.url.searchParams.get('titles')).not.toContain('Gesa');
    expect(asked[2]?.url.searchParams.get('ids')?.split('|').sort()).toEqual(['Q1000', 'Q1003', 'Q1007', 'Q8000']);
    expect([...results].map(([name, { state }]) => [name, state])).toEqual(
      expect.arrayContaining([...names.slice(0, 3).map(({ name }) => [name, 'found']), ['Nobody Atall', 'none']]),
    );
    expect(refreshed.get('q1007')).toMatchObject({ state: 'found' });
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    // Its own names are asked of nobody else instead: there another may bear them.
    ['the German wiki', 'de', [nameOf(0)], ['de', 'en', 'data', 'data']],
    ['the wiki for all', 'en', ['Gesa Brunnvik'], ['de', 'en', 'data', 'data']],
    ['Wikidata', 'data', ['Nobody Atall'], ['de', 'en', 'data']],
  ])('loses only what %s does not answer, and reports that', async (_, host, found, hosts) => {
    const { lookUp, asked } = chain((url) => (url.host.startsWith(host) ? refused() : null));
    const { results, refreshed, ended } = await lookUp.lookUp(names, DAY, { ...remembered, refresh });
    expect(ended).toMatchObject({ problem: 'refused' });
    expect([...results.keys()]).toEqual(found);
    expect(hostsOf(asked)).toEqual(hosts);
    if (host === 'de') expect(asked[1]?.url.searchParams.get('titles')).not.toContain('Gesa');
    expect([...refreshed.keys()]).toEqual(host === 'data' ? [] : refresh);
    // What was found has all that is told of it.
    for (const result of results.values())
      if (result.state === 'found') expect(result.item.facts.map(({ property }) => property)).toContain('party');
  });

  it('keeps what was answered when the labels fail', async () => {
    const { lookUp } = chain((url) => (isLabels(url) ? refused() : null));
    const { results, refreshed, ended } = await lookUp.lookUp(names, DAY, { ...remembered, refresh });
    expect(ended).toMatchObject({ problem: 'refused' });
    expect(results.size).toBe(4);
    expect(refreshed.size).toBe(1);
  });

  it.each([
    [0, [], ['de']],
    [1, ['Nobody Atall'], ['de', 'en']],
    [2, ['Nobody Atall', nameOf(0), 'Gesa Brunnvik', nameOf(3)], ['de', 'en', 'data']],
  ] as const)('asks no more when stopped after answer %i, and keeps what came', async (step, kept, hosts) => {
    const control = new AbortController();
    const { lookUp, asked } = chain();
    let answers = 0;
    const { results, ended } = await lookUp.lookUp(names, DAY, {
      ...remembered,
      refresh,
      signal: control.signal,
      progress: () => answers++ === step && control.abort(),
    });
    expect(ended).toBe('cancelled');
    expect(hostsOf(asked)).toEqual(hosts);
    expect([...results.keys()].sort()).toEqual([...kept].sort());
  });

  it('a wiki that is silent is asked once, and not for everything queued behind it', async () => {
    const silent = (url: URL, signal: AbortSignal | null) =>
      url.host.startsWith('en')
        ? new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
        : null;
    const { lookUp, asked } = chain(silent);
    const { results, ended } = await lookUp.lookUp([...people(60), german('Gesa Brunnvik')], DAY, remembered);
    expect(ended).toMatchObject({ problem: 'time-out' });
    expect([...results.keys()]).toEqual(['Gesa Brunnvik']);
    expect(hostsOf(asked).filter((host) => host === 'en')).toHaveLength(1);
  });

  it('an answer that leaves titles out says neither yes nor no about them', async () => {
    const { lookUp, asked } = chain((url) => (url.host.startsWith('de') ? json({ query: { pages: [] } }) : null));
    const { results, ended } = await lookUp.lookUp(names, DAY, remembered);
    expect(ended).toBeNull();
    expect([...results.keys()]).toEqual([nameOf(0)]);
    expect(asked.find(({ url }) => url.host.startsWith('en'))?.url.searchParams.get('titles')).not.toContain('Gesa');
  });
});

describe('an answer that is too long', () => {
  /** What `fetch` hands on of a gzip bomb: unpacked, a megabyte at a time. */
  function bomb() {
    const part = new Uint8Array(1_000_000).fill(32);
    let pulls = 0;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(control) {
          pulls++;
          control.enqueue(part);
        },
      },
      { highWaterMark: 0 },
    );
    const response = new Response(stream, { headers: { 'content-type': 'application/json', 'x-odd': '1' } });
    return { response, pulls: () => pulls };
  }

  it('is not read to its end, and requested a few times in smaller parts', async () => {
    const bombs: ReturnType<typeof bomb>[] = [];
    const { lookUp, asked } = chain((url) => {
      if (!isItems(url)) return null;
      bombs.push(bomb());
      return bombs.at(-1)!.response;
    });
    const { results, ended } = await lookUp.lookUp(people(20), DAY, remembered);
    expect(ended).toMatchObject({ problem: 'bad-answer' });
    expect(results.size).toBe(0);
    expect(
      asked.filter(({ url }) => isItems(url)).map(({ url }) => url.searchParams.get('ids')?.split('|').length),
    ).toEqual([20, 5, 2, 1, 7]);
    for (const { pulls } of bombs) expect(pulls()).toBe(9);
  });

  it('for each single item ends the look-up', async () => {
    const { lookUp } = chain((url) => (isItems(url) ? bomb().response : null));
    const { results, ended } = await lookUp.lookUp(people(2), DAY, remembered);
    expect(ended).toMatchObject({ problem: 'bad-answer' });
    expect(results.size).toBe(0);
  });

  it('for one item costs only that item', async () => {
    const { lookUp } = chain((url) =>
      isItems(url) && url.searchParams.get('ids')?.split('|').includes('Q1000') ? bomb().response : null,
    );
    const { results, ended } = await lookUp.lookUp(people(2), DAY, remembered);
    expect(ended).toBeNull();
    expect([...results.keys()]).toEqual([nameOf(1)]);
  });
});

describe('the reader\'s "stop"', () => {
  it('aborts a running request, keeps what came, and sends nothing more', async () => {
    const control = new AbortController();
    const { lookUp, asked, logged } = chain((url, signal) => {
      if (!isItems(url)) return null;
      control.abort();
      return Promise.reject(signal?.reason);
    });
    const names = [wanted('Nobody Atall'), wanted(nameOf(0))];
    const { results, ended } = await lookUp.lookUp(names, DAY, { ...remembered, signal: control.signal });
    expect(ended).toBe('cancelled');
    expect([...results.keys()]).toEqual(['Nobody Atall']);
    expect(asked).toHaveLength(2);
    await expect.poll(() => logged.map(({ outcome }) => outcome)).toEqual(['answered', 'cancelled']);
  });

  it('before the start sends nothing', async () => {
    const { lookUp, asked } = chain();
    const { ended } = await lookUp.lookUp(people(1), DAY, { ...remembered, signal: AbortSignal.abort() });
    expect(ended).toBe('cancelled');
    expect(asked).toEqual([]);
  });
});

describe('refreshing known items', () => {
  it('asks by id alone, and recognises deleted and merged items', async () => {
    const merged = { ...minister(5), redirects: { from: 'Q42', to: 'Q1005' } };
    const { lookUp, asked } = chain((url) =>
      isItems(url)
        ? json({ entities: { Q1001: minister(1), Q42: merged, Q77: { id: 'Q77', missing: '' } }, success: 1 })
        : null,
    );
    const { refreshed: results, ended } = await lookUp.refresh(['q1001', 'q42', 'q77', 'a-slug', 'q1|q2'], remembered);
    expect(ended).toBeNull();
    expect(asked.every(({ url }) => url.host === 'data.wiki.example')).toBe(true);
    expect(asked[0]?.url.searchParams.get('ids')).toBe('Q1001|Q42|Q77');
    expect(results.get('q1001')).toMatchObject({ state: 'found', item: { entity: { key: 'q1001', formerly: [] } } });
    expect(results.get('q42')).toMatchObject({ state: 'found', item: { entity: { key: 'q1005', formerly: ['q42'] } } });
    expect(results.get('q77')).toEqual({ state: 'gone' });
    expect(results.size).toBe(3);
  });
});

describe('searching for a word', () => {
  it('takes one request, and returns candidates', async () => {
    const pages = [{ title: 'Ada Brunnvik', index: 1, description: 'Judge', pageprops: { wikibase_item: 'Q901' } }];
    const { lookUp, asked, logged } = chain(() => json({ query: { pages } }));
    expect(await lookUp.search('"Brunnvik"', remembered)).toEqual({
      found: [{ title: 'Ada Brunnvik', item: 'q901', gloss: 'Judge' }],
      ended: null,
    });
    expect(asked).toHaveLength(1);
    expect(logged[0]?.titles).toEqual(['Brunnvik']);
    expect(await lookUp.search('***', remembered)).toEqual({ found: [], ended: null });
    expect(asked).toHaveLength(1);
  });

  it('reports why it failed', async () => {
    const { lookUp } = chain(() => new Response('', { status: 429 }));
    expect(await lookUp.search('Brunnvik', remembered)).toMatchObject({ found: [], ended: { problem: 'busy' } });
  });
});

it('25 items of 126 kB, the size of a long one, fit into the limit of an answer', async () => {
  const long = (number: number) => {
    const references = [{ snaks: { P854: [itemSnak('Q1')] }, hash: 'x'.repeat(120_000) }];
    return { ...minister(number), claims: { ...minister(number).claims, P9999: [{ references }] } };
  };
  const { lookUp, asked } = chain((url) =>
    isItems(url)
      ? json(answer(...(url.searchParams.get('ids') ?? '').split('|').map((id) => long(Number(id.slice(1)) - 1000))))
      : null,
  );
  const keys = Array.from({ length: 25 }, (_, i) => `q${1000 + i}`);
  const { refreshed: results, ended } = await lookUp.refresh(keys, remembered);
  expect(ended).toBeNull();
  expect(results.size).toBe(25);
  expect(asked[0]?.bytes).toBeGreaterThan(3_000_000);
  expect(asked.filter(({ url }) => isItems(url))).toHaveLength(1);
});
