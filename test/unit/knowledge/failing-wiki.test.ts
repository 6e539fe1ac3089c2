import 'fake-indexeddb/auto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import {
  createArticleCache,
  createArticles,
  createMediaWikiClient,
  createPauseMemory,
  createRequestLog,
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

async function wiki(listener: RequestListener, database = createDatabase(`test-${Math.random()}`)) {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://wiki'));
    listener(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api.php`;
  const now = () => clock;
  const log = createRequestLog(database);
  const newClient = () =>
    createMediaWikiClient({
      api,
      fetch,
      now,
      log,
      pause: createPauseMemory(database),
      wait: async () => {},
      timeOutMs: 300,
    });
  let client = newClient();
  const articles = createArticles({ cache: createArticleCache(database, now), clientFor: () => client, now });
  return {
    log,
    ask: (title: string, remember = true) => articles.fetch(title, { network: 'ask', wikiApi: api }, remember),
    look: (title: string, network: 'never' | 'ask' | 'automatic') => articles.look(title, { network, wikiApi: api }),
    /** As after the death of the service worker. */
    restart: () => {
      client = newClient();
    },
  };
}

const page = (title: string, extract = `${title} is a thing.`) => ({ title, extract, fullurl: `http://wiki/${title}` });
const answer = (...pages: object[]) => JSON.stringify({ batchcomplete: true, query: { pages } });

describe('a wiki that cannot answer', () => {
  it('is given one more try after a 500, then the failure is said', async () => {
    const { ask, log } = await wiki((_, response) => response.writeHead(500).end('sorry'));
    expect(await ask('Iran')).toEqual({ state: 'failed', reason: 'server-error' });
    expect(asked).toHaveLength(2);
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['server-error', 'server-error']);
  });

  it('recovers when the second try goes well', async () => {
    const { ask } = await wiki((_, response) =>
      asked.length === 1 ? response.writeHead(502).end() : response.end(answer(page('Iran'))),
    );
    expect((await ask('Iran')).state).toBe('ready');
  });

  it.each([
    ['seconds', '120', 120_000],
    ['a date', 'Sun, 22 Nov 2026 12:05:00 GMT', 300_000],
    ['nothing', null, 5_000],
  ])('is left alone after a 429 with %s, also by the next worker', async (_, retryAfter, ms) => {
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

  it('is left alone longer each time while it gives no time of its own', async () => {
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
  ])('is not believed when it sends %s', async (_, body) => {
    const { ask } = await wiki((_, response) => response.end(body));
    expect(await ask('Iran')).toEqual({ state: 'failed', reason: 'bad-answer' });
  });

  it('counts as offline when the line breaks in the middle of the body', async () => {
    const { ask } = await wiki((_, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"query":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await ask('Iran')).toEqual({ state: 'offline' });
  });

  it('counts as offline when it does not answer in time', async () => {
    const { ask, log } = await wiki(() => {});
    expect(await ask('Iran')).toEqual({ state: 'offline' });
    expect((await log.list())[0]?.outcome).toBe('time-out');
  });

  it('does not lead the request to another address', async () => {
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

describe('what is asked', () => {
  it('is a title and nothing else of the reader', async () => {
    const { ask } = await wiki((request, response) => {
      expect(request.headers.cookie).toBeUndefined();
      expect(request.headers.referer).toBeUndefined();
      response.end(answer(page('Qasem Soleimani')));
    });
    await ask('Qasem Soleimani');
    expect(asked[0]?.searchParams.get('titles')).toBe('Qasem Soleimani');
  });

  it('goes nowhere without consent', async () => {
    const { look, ask } = await wiki((_, response) => response.end(answer(page('Iran'))));
    expect(await look('Iran', 'never')).toEqual({ state: 'off' });
    expect(await look('Iran', 'ask')).toMatchObject({ state: 'ask' });
    expect(asked).toHaveLength(0);
    await ask('Iran');
    expect(asked).toHaveLength(1);
  });

  it('goes nowhere for a card that may never be seen, though the reader wants every article', async () => {
    const { look, ask } = await wiki((_, response) => response.end(answer(page('Iran'))));
    expect(await look('Iran', 'automatic')).toMatchObject({ state: 'fetching', host: expect.any(String) });
    expect(asked).toHaveLength(0);
    await ask('Iran');
    clock += 31 * 86_400_000;
    expect(await look('Iran', 'automatic')).toMatchObject({ state: 'ready', article: { stale: true } });
    expect(asked).toHaveLength(1);
  });

  it('is asked once, however many want it at the same time', async () => {
    const { ask } = await wiki((_, response) => response.end(answer(page('Iran'))));
    const states = await Promise.all([ask('Iran'), ask('Iran'), ask('Iran')]);
    expect(states.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
    expect(asked).toHaveLength(1);
  });

  it('is at most three requests at a time', async () => {
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
    expect(most).toBe(3);
  });

  it('is asked again for the titles that the wiki held back', async () => {
    const { ask } = await wiki((_, response) =>
      asked.length === 1
        ? response.end(JSON.stringify({ continue: { excontinue: 1 }, query: { pages: [page('A'), { title: 'B' }] } }))
        : response.end(answer(page('B'))),
    );
    expect((await Promise.all([ask('A'), ask('B')])).map(({ state }) => state)).toEqual(['ready', 'ready']);
    expect(asked.map((address) => address.searchParams.get('titles'))).toEqual(['A|B', 'B']);
  });

  it('remembers that there is no such page, for a while', async () => {
    const { ask, look } = await wiki((_, response) => response.end(answer({ title: 'Nobody', missing: true })));
    expect(await ask('Nobody')).toEqual({ state: 'missing' });
    expect(await look('Nobody', 'automatic')).toEqual({ state: 'missing' });
    expect(asked).toHaveLength(1);
    clock += 4 * 86_400_000;
    expect(await look('Nobody', 'automatic')).toMatchObject({ state: 'fetching' });
  });

  it('leaves no trace when asked from a private window', async () => {
    const { ask, look, log } = await wiki((_, response) => response.end(answer(page('Iran'))));
    expect((await ask('Iran', false)).state).toBe('ready');
    expect(await log.list()).toEqual([]);
    expect((await look('Iran', 'ask')).state).toBe('ask');
  });
});
