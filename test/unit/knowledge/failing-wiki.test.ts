/** A wiki that fails in every way. Long because all faults share one server. */
import 'fake-indexeddb/auto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import {
  createArticleCache,
  createArticles,
  createMediaWikiClient,
  createPauseMemory,
  createRequestLog,
  createWikiClient,
} from '../../../lib/knowledge';

/** A wiki that misbehaves, over a real socket: half a body and a silent server cannot be faked well in memory. */
let server: Server | null = null;
let asked: URL[] = [];
let clock = Date.parse('2026-11-22T12:00:00Z');

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  asked = [];
  clock = Date.parse('2026-11-22T12:00:00Z');
});

/** Enough for a busy machine; the tests of a slow wiki have less. */
const TIME_OUT_MS = 3_000;
const SOON_MS = 300;

async function wiki(listener: RequestListener, timeOutMs = TIME_OUT_MS) {
  const database = createDatabase(`test-${Math.random()}`);
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://wiki'));
    // As MediaWiki does.
    response.setHeader('content-type', 'application/json; charset=utf-8');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api.php`;
  const now = () => clock;
  const log = createRequestLog(database);
  const newClient = () =>
    createMediaWikiClient({
      wiki: createWikiClient({
        api,
        fetch,
        now,
        log,
        pause: createPauseMemory(database),
        wait: async () => {},
        timeOutMs,
      }),
      wait: async () => {},
    });
  const wikis = { wikiApi: api, germanWikiApi: api };
  let client = newClient();
  const articles = createArticles({ cache: createArticleCache(database, now), clientFor: () => client, now });
  return {
    api,
    log,
    ask: (title: string, remember = true) => articles.fetch(title, { network: 'ask', ...wikis }, remember),
    look: (title: string, network: 'never' | 'ask' | 'automatic') => articles.look(title, { network, ...wikis }, true),
    /** As after the death of the service worker. */
    restart: () => {
      client = newClient();
    },
  };
}

const originOf = () => `http://127.0.0.1:${((server as Server).address() as AddressInfo).port}`;
const page = (title: string, extract = `${title} is a thing.`) => ({ title, extract, fullurl: `http://wiki/${title}` });
const answer = (...pages: object[]) => JSON.stringify({ batchcomplete: true, query: { pages } });

describe('a wiki that cannot answer', () => {
  it('is tried once more after a 500, then the failure is reported', async () => {
    const { ask, log } = await wiki((_, response) => response.writeHead(500).end('sorry'));
    expect(await ask('Iran')).toEqual({ state: 'failed', reason: 'server-error' });
    expect(asked).toHaveLength(2);
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['server-error', 'server-error']);
  });

  it('is used if the second attempt succeeds', async () => {
    const { ask } = await wiki((_, response) =>
      asked.length === 1 ? response.writeHead(502).end() : response.end(answer(page('Iran'))),
    );
    expect((await ask('Iran')).state).toBe('ready');
  });

  it.each([
    ['seconds', '120', 120_000],
    ['a date', 'Sun, 22 Nov 2026 12:05:00 GMT', 300_000],
    ['nothing', null, 5_000],
  ])('is not asked again after a 429 with %s, also by the next worker', async (_, retryAfter, ms) => {
    const began = clock;
    const { ask, restart } = await wiki((_, response) => {
      if (asked.length > 1) return response.end(answer(page('Iran')));
      response.writeHead(429, retryAfter === null ? {} : { 'retry-after': retryAfter }).end('slow down');
    });
    expect(await ask('Iran')).toEqual({ state: 'busy', retryAt: began + ms });
    restart();
    clock += ms - 1;
    expect(await ask('Iran')).toEqual({ state: 'busy', retryAt: began + ms });
    expect(asked).toHaveLength(1);
    clock += 1;
    expect((await ask('Iran')).state).toBe('ready');
  });

  it('is left alone longer each time as long as it gives no time of its own', async () => {
    const { ask } = await wiki((_, response) =>
      response.end(JSON.stringify({ error: { code: 'ratelimited', info: 'too fast' } })),
    );
    const waits: number[] = [];
    for (let i = 0; i < 4; i++) {
      const state = await ask('Iran');
      if (state.state !== 'busy') throw new Error(state.state);
      waits.push(state.retryAt - clock);
      clock = state.retryAt;
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000]);
  });

  it.each([
    ['HTML instead of JSON', '<!doctype html><title>Sign in to the hotel</title>'],
    ['JSON of another kind', '[1, 2, 3]'],
    ['an answer without the title', answer(page('Something else'))],
    ['half of the JSON', answer(page('Iran')).slice(0, 40)],
  ])('is not trusted when it sends %s', async (_, body) => {
    const { ask } = await wiki((_, response) => response.end(body));
    expect(await ask('Iran')).toEqual({ state: 'failed', reason: 'bad-answer' });
  });

  it('counts as offline when the connection breaks during the body', async () => {
    const { ask } = await wiki((_, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"query":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await ask('Iran')).toEqual({ state: 'offline' });
  });

  it('counts as offline when it does not answer in time', async () => {
    const { ask, log } = await wiki(() => {}, SOON_MS);
    expect(await ask('Iran')).toEqual({ state: 'offline' });
    expect((await log.list())[0]?.outcome).toBe('time-out');
  });

  it('cannot redirect the request to another address', async () => {
    const { ask } = await wiki((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end());
    expect((await ask('Iran')).state).toBe('offline');
    expect(asked).toHaveLength(1);
  });

  it('does not hide what was fetched before', async () => {
    const { ask, look } = await wiki((_, response) =>
      asked.length === 1 ? response.end(answer(page('Iran'))) : response.writeHead(500).end(),
    );
    await ask('Iran');
    clock += 31 * 86_400_000;
    expect(await look('Iran', 'ask')).toMatchObject({
      state: 'ready',
      article: { stale: true, fetchedOn: '2026-11-22' },
    });
    expect(await ask('Iran')).toMatchObject({ state: 'ready', article: { stale: true } });
  });
});

describe('a malicious wiki', () => {
  it.each([
    ['never ends', {}],
    ['never ends, packed', { 'content-encoding': 'gzip' }],
  ])('is not read further when its answer %s', async (_, headers) => {
    let closed = false;
    const { ask, log } = await wiki((_, response) => {
      response.writeHead(200, headers);
      const packed = createGzip();
      const spaces = Buffer.alloc(200_000, 32);
      const out = 'content-encoding' in headers ? packed : response;
      packed.on('data', (part) => response.write(part));
      const more = () => {
        if (!closed) out.write(spaces, () => setImmediate(more));
      };
      response.on('close', () => {
        closed = true;
      });
      more();
    });
    expect(await ask('Iran')).toEqual({ state: 'failed', reason: 'bad-answer' });
    await expect.poll(() => closed).toBe(true);
    expect((await log.list())[0]?.outcome).toBe('bad-answer');
  });

  it('counts as offline when its answer arrives byte by byte', async () => {
    const { ask, log } = await wiki((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    }, SOON_MS);
    expect(await ask('Iran')).toEqual({ state: 'offline' });
    expect((await log.list())[0]?.outcome).toBe('time-out');
  });

  it.each(['text/html', 'text/plain', 'application/javascript', 'application/jsonp', ''])(
    'is not trusted when it labels its answer %j',
    async (type) => {
      const { ask } = await wiki((_, response) => {
        response.removeHeader('content-type');
        response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(answer(page('Iran')));
      });
      expect(await ask('Iran')).toEqual({ state: 'failed', reason: 'bad-answer' });
    },
  );

  it.each([301, 302, 303, 307, 308])('redirects nobody to another host with a %i', async (status) => {
    let reached = 0;
    const other = createServer((_, response) => {
      reached++;
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer(page('Iran')));
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { ask } = await wiki((_, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${port}/api.php` }).end(),
    );
    expect((await ask('Iran')).state).toBe('offline');
    other.close();
    expect(reached).toBe(0);
  });

  it.each([
    ['another host', () => 'https://evil.example/wiki/Iran'],
    ['another port', (origin: string) => `${origin.replace(/\d+$/, '9')}/wiki/Iran`],
    ['another scheme', (origin: string) => `${origin.replace('http:', 'https:')}/wiki/Iran`],
    ['a host behind the name of this one', (origin: string) => `${origin}@evil.example/wiki/Iran`],
    ['a name and password', (origin: string) => `${origin.replace('//', '//name:secret@')}/wiki/Iran`],
    ['a script', () => 'javascript:alert(1)'],
    ['data', () => 'data:text/html,<script>alert(1)</script>'],
    ['no host at all', () => '/wiki/Iran'],
    ['an address without end', (origin: string) => `${origin}/${'a'.repeat(100_000)}`],
    ['nothing', () => undefined],
  ])('gets no link to an address of its choice: %s', async (_, said) => {
    const { ask, api } = await wiki((_, response) =>
      response.end(answer({ title: 'Iran', extract: 'A land.', fullurl: said(originOf()) })),
    );
    const state = await ask('Iran');
    if (state.state !== 'ready') throw new Error(state.state);
    expect(state.article.url).toBe(`${new URL(api).origin}/index.php?title=Iran`);
  });

  it('gets a link to a page of its own', async () => {
    const { ask } = await wiki((_, response) =>
      response.end(answer({ title: 'Iran', extract: 'A land.', fullurl: `${originOf()}/wiki/Iran?x=1` })),
    );
    expect(await ask('Iran')).toMatchObject({ article: { url: `${originOf()}/wiki/Iran?x=1` } });
  });

  it('cannot reverse or hide letters', async () => {
    const { ask } = await wiki((_, response) =>
      response.end(
        answer({
          title: 'Iran',
          extract: `\u202eIran\u202c is a \u2066land\u2069.\u0000\n\nIts name is \u200fایران\u200f.`,
          description: `\u202eland\u200b in\u2067 \u{e0041}Asia${'!'.repeat(10_000)}`,
        }),
      ),
    );
    const state = await ask('Iran');
    if (state.state !== 'ready') throw new Error(state.state);
    expect(state.article.extract).toBe('Iran is a land.\n\nIts name is \u200fایران\u200f.');
    expect(state.article.description).toMatch(/^land in Asia!{200,255}$/);
  });
});

describe('a request to a wiki', () => {
  it('contains a title and nothing else about the reader', async () => {
    const { ask } = await wiki((request, response) => {
      expect(request.headers.cookie).toBeUndefined();
      expect(request.headers.referer).toBeUndefined();
      response.end(answer(page('Qasem Soleimani')));
    });
    await ask('Qasem Soleimani');
    expect(asked[0]?.searchParams.get('titles')).toBe('Qasem Soleimani');
  });

  it('is not sent without consent', async () => {
    const { look, ask } = await wiki((_, response) => response.end(answer(page('Iran'))));
    expect(await look('Iran', 'never')).toEqual({ state: 'off' });
    expect(await look('Iran', 'ask')).toMatchObject({ state: 'ask' });
    expect(asked).toHaveLength(0);
    await ask('Iran');
    expect(asked).toHaveLength(1);
  });

  it('is not sent for a card that may never be seen, even if the reader wants every article', async () => {
    const { look, ask } = await wiki((_, response) => response.end(answer(page('Iran'))));
    expect(await look('Iran', 'automatic')).toMatchObject({ state: 'fetching', host: expect.any(String) });
    expect(asked).toHaveLength(0);
    await ask('Iran');
    clock += 31 * 86_400_000;
    expect(await look('Iran', 'automatic')).toMatchObject({ state: 'ready', article: { stale: true } });
    expect(asked).toHaveLength(1);
  });

  it('is sent once, however many want it at the same time', async () => {
    const { ask } = await wiki((_, response) => response.end(answer(page('Iran'))));
    const states = await Promise.all([ask('Iran'), ask('Iran'), ask('Iran')]);
    expect(states.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
    expect(asked).toHaveLength(1);
  });

  it('is sent one at a time, as wikis ask', async () => {
    let open = 0;
    let most = 0;
    const { ask } = await wiki((request, response) => {
      most = Math.max(most, ++open);
      const titles = new URL(request.url ?? '', 'http://wiki').searchParams.get('titles')?.split('|') ?? [];
      setTimeout(() => {
        open--;
        response.end(answer(...titles.map((title) => page(title))));
      }, 30);
    });
    const states = await Promise.all(Array.from({ length: 130 }, (_, i) => ask(`Title ${i}`)));
    expect(states.every(({ state }) => state === 'ready')).toBe(true);
    expect(asked).toHaveLength(7);
    expect(most).toBe(1);
  });

  it('is repeated for titles that the wiki held back', async () => {
    const { ask } = await wiki((_, response) =>
      asked.length === 1
        ? response.end(JSON.stringify({ continue: { excontinue: 1 }, query: { pages: [page('A'), { title: 'B' }] } }))
        : response.end(answer(page('B'))),
    );
    expect((await Promise.all([ask('A'), ask('B')])).map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(asked.map((address) => address.searchParams.get('titles'))).toEqual(['A|B', 'B']);
  });

  it('is not repeated for a while for a page that does not exist', async () => {
    const { ask, look } = await wiki((_, response) => response.end(answer({ title: 'Nobody', missing: true })));
    expect(await ask('Nobody')).toEqual({ state: 'missing' });
    expect(await look('Nobody', 'automatic')).toEqual({ state: 'missing' });
    expect(asked).toHaveLength(1);
    clock += 4 * 86_400_000;
    expect(await look('Nobody', 'automatic')).toMatchObject({ state: 'fetching' });
  });

  it('leaves no trace when sent from a private window', async () => {
    const { ask, look, log } = await wiki((_, response) => response.end(answer(page('Iran'))));
    expect((await ask('Iran', false)).state).toBe('ready');
    expect(await log.list()).toEqual([]);
    expect((await look('Iran', 'ask')).state).toBe('ask');
  });
});
