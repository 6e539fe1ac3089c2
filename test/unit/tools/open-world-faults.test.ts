import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour, Fault } from '../../tools/open-world/behaviour';
import { type OpenWorld, startOpenWorld } from '../../tools/wikidata-server';

let world: OpenWorld;
beforeAll(async () => {
  world = await startOpenWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.behave({});
  world.forget();
});

const question = () => `${world.wikidataApi}?action=wbgetentities&format=json&ids=Q183&props=labels&maxlag=5`;
const askWith = (fault: Fault, more: Behaviour = {}) => {
  world.behave({ ...more, fault });
  return fetch(question(), { redirect: 'manual' });
};

describe('a simulated fault', () => {
  it.each([
    [{ kind: 'too-many', retryAfter: null }, 429, null],
    [{ kind: 'too-many', retryAfter: '7' }, 429, '7'],
    [{ kind: 'unavailable' }, 503, null],
    [{ kind: 'failed' }, 500, null],
  ] satisfies [Fault, number, string | null][])('%o', async (fault, status, retryAfter) => {
    const response = await askWith(fault);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
  });

  it('maxlag: only for requests that ask for it', async () => {
    const lagged = await askWith({ kind: 'maxlag' });
    expect([lagged.status, lagged.headers.get('retry-after'), lagged.headers.get('x-database-lag')]).toEqual([
      200,
      '5',
      '7',
    ]);
    expect(await lagged.json()).toMatchObject({ error: { code: 'maxlag', lag: 7.2, type: 'wikibase-queryservice' } });
    const patient = await fetch(question().replace('maxlag=5', 'maxlag=10'));
    expect(await patient.json()).toHaveProperty('success', 1);
  });

  it('ratelimited: an error in an answer with status 200', async () => {
    const response = await askWith({ kind: 'ratelimited' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error: { code: 'ratelimited' } });
  });

  it('a web page, which may call itself JSON', async () => {
    expect((await askWith({ kind: 'html' })).headers.get('content-type')).toMatch(/^text\/html/);
    const labelled = await askWith({ kind: 'html', labelled: true });
    expect(labelled.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await labelled.text()).toMatch(/^<!doctype html>/);
  });

  it('half an answer, or one that breaks off', async () => {
    const half = await (await askWith({ kind: 'half' })).text();
    expect(half).toMatch(/^\{"entities"/);
    expect(() => JSON.parse(half)).toThrow();
    await expect(askWith({ kind: 'broken' }).then((response) => response.text())).rejects.toThrow();
  });

  it('an endless body, small on the wire', async () => {
    world.behave({ fault: { kind: 'endless' } });
    const { packed, type } = await new Promise<{ packed: number; type: string | undefined }>((resolve) => {
      const asking = request(question(), (response) => {
        let packed = 0;
        response.on('data', (part: Buffer) => {
          packed += part.length;
          if (packed < 20_000) return;
          asking.destroy();
          resolve({ packed, type: response.headers['content-encoding'] });
        });
        response.on('error', () => {});
      });
      asking.on('error', () => {});
      asking.end();
    });
    expect(type).toBe('gzip');
    expect(packed).toBeGreaterThanOrEqual(20_000);
    const stop = new AbortController();
    const response = await fetch(question(), { signal: stop.signal });
    let unpacked = 0;
    for await (const part of response.body ?? []) {
      unpacked += (part as Uint8Array).length;
      if (unpacked > 5_000_000) break;
    }
    stop.abort();
    expect(unpacked).toBeGreaterThan(5_000_000);
  });

  it('a redirect to another host, which counts its visitors', async () => {
    const response = await askWith({ kind: 'elsewhere' });
    expect(response.status).toBe(302);
    const there = new URL(response.headers.get('location') ?? '');
    expect(there.origin).not.toBe(new URL(world.wikidataApi).origin);
    expect(world.strayed()).toBe(0);
    await fetch(question());
    expect(world.strayed()).toBe(1);
  });

  it('no answer at all', async () => {
    world.behave({ fault: { kind: 'silent' } });
    await expect(fetch(question(), { signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout/);
  });

  it('as often as requested, and at the requested address', async () => {
    world.behave({ fault: { kind: 'unavailable' }, times: 1, at: 'wiki' });
    const wiki = `${world.wikiApi}?action=query&format=json&titles=Sarnitz`;
    const statuses: number[] = [];
    for (const address of [question(), wiki, wiki]) statuses.push((await fetch(address)).status);
    expect(statuses).toEqual([200, 503, 200]);
  });

  it('lists instead of empty maps', async () => {
    world.behave({ emptyMapsAsLists: true });
    const bare = question().replace('ids=Q183&props=labels', 'ids=Q990000812&props=labels|claims');
    expect(await (await fetch(bare)).json()).toMatchObject({ entities: { Q990000812: { labels: [], claims: [] } } });
  });

  it('a delay as requested', async () => {
    world.behave({ delayMs: 150 });
    const began = performance.now();
    await fetch(question());
    expect(performance.now() - began).toBeGreaterThan(145);
  });
});

describe('the record of requests', () => {
  it('is complete: names, headers, bytes', async () => {
    const wiki = new URL(world.wikiApi);
    wiki.search = new URLSearchParams({
      action: 'query',
      format: 'json',
      titles: 'Ilva Brandecker|Sarnitz',
    }).toString();
    await fetch(wiki, { headers: { referer: 'https://paper.example/story', cookie: 'reader=1' } });
    const body = await (await fetch(question())).text();
    expect(world.requests().map(({ door, action, names, status }) => ({ door, action, names, status }))).toEqual([
      { door: 'wiki', action: 'query', names: ['Ilva Brandecker', 'Sarnitz'], status: 200 },
      { door: 'wikidata', action: 'wbgetentities', names: ['Q183'], status: 200 },
    ]);
    const [first, second] = world.requests();
    expect(first?.headers).toMatchObject({ referer: 'https://paper.example/story', cookie: 'reader=1' });
    expect(second?.bytes).toBe(Buffer.byteLength(body));
    expect(second?.wireBytes).toBeGreaterThan(0);
    expect(second?.headers.cookie).toBeUndefined();
  });

  it('shows a cookie if the client keeps one', async () => {
    expect((await fetch(question())).headers.get('set-cookie')).toMatch(/WMF-Uniq/);
  });
});
