/** Pictures over real sockets, from a small Wikidata and Commons of our own: what is asked, what is kept, and what goes wrong. Long because each fault is one of many. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../lib/database';
import type { Kind } from '../../../../lib/facts';
import { createLookedUpStore, createPauseMemory, createRequestLog, createWikiClient } from '../../../../lib/knowledge';
import { OPEN_WORLD } from '../../../../lib/knowledge/open-world';
import { SAMPLES } from '../../../tools/open-world/sample-pictures';
import { type OpenWorld, startOpenWorld } from '../../../tools/wikidata-server';
import { item } from '../looked-up/items';

const ILVA = 'q990000120';
const SEFI = 'q990000125';
const WTO = 'q7825';
const NORWAY = 'q20';
const DAY_MS = 86_400_000;

let world: OpenWorld;
beforeAll(async () => {
  world = await startOpenWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.behave({});
  world.forget();
});

let databases = 0;
function open(limit?: number) {
  const clock = { now: Date.parse('2026-11-30T12:00:00Z') };
  const now = () => clock.now++;
  const database = createDatabase(`pictures-${++databases}`);
  const log = createRequestLog(database);
  const pause = createPauseMemory(database);
  const kinds = new Map<string, Kind>([
    [ILVA, 'person'],
    [SEFI, 'person'],
    [WTO, 'group'],
    [NORWAY, 'place'],
    ['a-slug', 'person'],
    ['q5', 'deal'],
  ]);
  const sent: (RequestInit | undefined)[] = [];
  const watched: typeof fetch = (address, init) => {
    sent.push(init);
    return fetch(address, init);
  };
  const store = OPEN_WORLD.createPictureStore(database, now, limit);
  const desk = OPEN_WORLD.createPictureDesk({
    store,
    clientFor: (api) =>
      createWikiClient({ api, fetch: watched, now, log, pause, wait: async () => {}, timeOutMs: 2_000 }),
    sureKindOf: async (key) => kinds.get(key) ?? null,
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    now,
  });
  const settings = {
    pictures: 'ask',
    names: 'ask',
    wikidataApi: world.wikidataApi,
    commonsApi: world.commonsApi,
    picturesAt: `${world.pictures}/`,
  } as const;
  const kept = { remember: true };
  const fetchIt = (key: string, more: Partial<Parameters<typeof desk.fetch>[1]> = {}, options = kept) =>
    desk.fetch(key, { ...settings, ...more }, options);
  return { database, sent, log, clock, kinds, store, desk, settings, kept, fetchIt };
}
const doors = () =>
  world.requests().map(({ door, names, url }) => `${door} ${names.join() || decodeURIComponent(url)}`);

describe('a picture', () => {
  it('takes three requests, with its id, its file name, and nothing else', async () => {
    const { fetchIt, desk, settings, kept, log, sent } = open();
    expect(await desk.place(ILVA, settings, kept)).toBe('ask');
    expect(await desk.look(ILVA, settings, kept)).toEqual({
      state: 'ask',
      id: 'Q990000120',
      hosts: {
        number: new URL(world.wikidataApi).host,
        file: [new URL(world.commonsApi).host, new URL(world.pictures).host],
      },
      withArticle: false,
    });
    expect(world.requests()).toEqual([]);
    expect(await fetchIt(ILVA)).toMatchObject({
      state: 'ready',
      picture: {
        shows: 'portrait',
        type: 'image/png',
        artist: 'Ole Findrup',
        licence: 'CC BY-SA 4.0',
        licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0',
        page: `${new URL(world.commonsApi).origin}/wiki/File:Ilva_Brandecker_2026.png`,
        on: '2026-11-30',
      },
    });
    expect(doors()).toEqual([
      'wikidata Q990000120',
      'commons File:Ilva Brandecker 2026.png',
      'pictures /wikipedia/commons/thumb/a/ab/Ilva_Brandecker_2026.png/250px-Ilva_Brandecker_2026.png',
    ]);
    for (const { headers, body } of world.requests()) {
      expect([headers.cookie, headers.referer, body]).toEqual([undefined, undefined, '']);
    }
    expect(new Set(sent.map((init) => [init?.credentials, init?.referrerPolicy, init?.redirect].join()))).toEqual(
      new Set(['omit,no-referrer,error']),
    );
    // No header of ours, for which a browser would have to ask first.
    expect(world.requests()[2]?.headers['api-user-agent']).toBeUndefined();
    expect((await log.list()).map(({ host, titles, outcome }) => [host, titles.join(), outcome])).toEqual(
      [
        [new URL(world.wikidataApi).host, 'Q990000120', 'answered'],
        [new URL(world.commonsApi).host, 'Ilva Brandecker 2026.png', 'answered'],
        [new URL(world.pictures).host, 'Ilva Brandecker 2026.png', 'answered'],
      ].reverse(),
    );
  });

  it('is a flag, a logo or a portrait as appropriate, whatever the second request has to be', async () => {
    const { fetchIt } = open();
    expect(await fetchIt(WTO)).toMatchObject({
      picture: { shows: 'logo', artist: 'The drawing office', licence: 'Public domain' },
    });
    expect(await fetchIt(SEFI)).toMatchObject({ picture: { shows: 'portrait', type: 'image/jpeg' } });
    world.forget();
    expect(await fetchIt(NORWAY)).toEqual({ state: 'none' });
    expect(world.requests().map(({ parameters }) => parameters.property)).toEqual(['P41', 'P18']);
  });

  it('is then available offline, and not logged again', async () => {
    const { fetchIt, desk, settings, kept } = open();
    const first = await fetchIt(ILVA);
    world.forget();
    expect(await desk.place(ILVA, settings, kept)).toBe('kept');
    expect(await desk.look(ILVA, settings, kept)).toEqual(first);
    expect(await fetchIt(ILVA)).toEqual(first);
    expect(world.requests()).toEqual([]);
  });

  it('that does not exist is not requested again for three days', async () => {
    const { fetchIt, desk, settings, clock, kept } = open();
    await fetchIt(NORWAY);
    expect(await desk.place(NORWAY, settings, kept)).toBeNull();
    clock.now += 4 * DAY_MS;
    expect(await desk.place(NORWAY, settings, kept)).toBe('ask');
  });

  it('expires after thirty days, so that pictures removed from Commons disappear', async () => {
    const { fetchIt, desk, settings, kept, clock } = open();
    await fetchIt(ILVA);
    clock.now += 29 * DAY_MS;
    expect(await desk.place(ILVA, settings, kept)).toBe('kept');
    clock.now += 2 * DAY_MS;
    expect(await desk.place(ILVA, settings, kept)).toBe('ask');
    expect((await desk.look(ILVA, settings, kept)).state).toBe('ask');
  });

  it('is not considered fresh after the clock was set back', async () => {
    const { fetchIt, desk, settings, clock, kept } = open();
    await fetchIt(ILVA);
    clock.now -= 5 * DAY_MS;
    expect(await desk.place(ILVA, settings, kept)).toBe('ask');
  });

  it('that is requested twice at once is fetched once, and a check waits for it', async () => {
    const { fetchIt, desk, settings, kept } = open();
    world.behave({ delayMs: 50 });
    const both = [fetchIt(ILVA), fetchIt(ILVA)];
    await new Promise((next) => setTimeout(next, 40));
    const all = await Promise.all([...both, desk.look(ILVA, settings, kept)]);
    expect(all.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
    expect(world.requests()).toHaveLength(3);
  });
});

describe('no picture is requested', () => {
  it.each([
    ['where the reader wants none', { pictures: 'never' }, ILVA],
    ['where names are never looked up', { names: 'never' }, ILVA],
    ['of whom it is not sure enough', {}, 'q990000999'],
    ['of what has no number', {}, 'a-slug'],
    ['of what has no face', {}, 'q5'],
  ] as const)('%s', async (_, more, key) => {
    const { desk, settings, kept, fetchIt } = open();
    const wish = { ...settings, ...more };
    expect(await desk.place(key, wish, kept)).toBeNull();
    expect(await desk.look(key, wish, kept)).toEqual({ state: 'off' });
    expect(await fetchIt(key, more)).toEqual({ state: 'off' });
    expect(world.requests()).toEqual([]);
  });

  it('nor shown if it is no longer wanted, or no longer certain', async () => {
    const { desk, settings, kept, kinds, fetchIt } = open();
    await fetchIt(ILVA);
    expect(await desk.look(ILVA, { ...settings, pictures: 'never' }, kept)).toEqual({ state: 'off' });
    kinds.delete(ILVA);
    expect(await desk.look(ILVA, settings, kept)).toEqual({ state: 'off' });
    expect(await desk.place(ILVA, settings, kept)).toBeNull();
  });
});

describe('a picture in a private window', () => {
  it('is shown at the press, and leaves nothing: no row, no log entry', async () => {
    const { database, log, desk, settings, fetchIt } = open();
    const hidden = { remember: false };
    expect(await desk.look(ILVA, { ...settings, pictures: 'automatic' }, hidden)).toMatchObject({ withArticle: false });
    expect((await fetchIt(ILVA, {}, hidden)).state).toBe('ready');
    expect(await database.pictures.count()).toBe(0);
    expect(await log.list()).toEqual([]);
  });
});

describe('the storage of pictures', () => {
  it('is counted with what was looked up, and deleted with it', async () => {
    const { database, fetchIt, clock } = open();
    const lookedUp = createLookedUpStore(database, () => clock.now);
    await lookedUp.keep('api', new Map(), [item('q900', 'Ana'), item(ILVA, 'Ilva Brandecker')]);
    const before = await lookedUp.usage();
    await fetchIt(ILVA);
    const after = await lookedUp.usage();
    expect(after.bytes - before.bytes).toBe((await database.pictures.get(ILVA))?.bytes);
    expect(after.bytes - before.bytes).toBeGreaterThan(500);
    // Entities, not rows.
    expect(after.count).toBe(2);
    await fetchIt(WTO);
    expect((await lookedUp.usage()).count).toBe(3);
    await lookedUp.clear();
    expect(await lookedUp.usage()).toEqual({ bytes: 0, count: 0 });
    expect(await database.pictures.count()).toBe(0);
  });

  it('does not even reveal that a private window has shown one', async () => {
    const { desk, database, fetchIt, settings } = open();
    await fetchIt(ILVA);
    const before = await database.pictures.get(ILVA);
    const hidden = { remember: false };
    expect(await desk.place(ILVA, settings, hidden)).toBe('kept');
    expect(await desk.look(ILVA, settings, hidden)).toMatchObject({ state: 'ready' });
    expect(await desk.fetch(ILVA, settings, hidden)).toMatchObject({ state: 'ready' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await database.pictures.get(ILVA)).toEqual(before);
  });

  it('drops the least recently used, pictures and items alike', async () => {
    const { database, store, clock } = open(100_000);
    const lookedUp = createLookedUpStore(database, () => clock.now++, 100_000);
    const picture = (bytes: number) => ({
      ...({ shows: 'portrait', type: 'image/png', artist: '', licence: 'CC0' } as const),
      ...{ licenceUrl: null, page: 'https://c.example/', data: new Uint8Array(bytes) },
    });
    await lookedUp.keep('api', new Map(), [item('q900', 'Oldest')]);
    await store.put('q1', picture(40_000));
    await store.put('q2', picture(40_000));
    await lookedUp.keep('api', new Map(), [item('q901', 'Newest')]);
    expect((await store.get('q1'))?.answer?.data.length).toBe(40_000);
    await expect.poll(async () => (await database.pictures.get('q1'))?.usedAt).toBeGreaterThan(clock.now - 5);
    await store.put('q3', picture(30_000));
    expect(await database.pictures.toCollection().primaryKeys()).toEqual(['q1', 'q3']);
    expect(await database.lookedUp.toCollection().primaryKeys()).toEqual(['q901']);
    const rows = [...(await database.pictures.toArray()), ...(await database.lookedUp.toArray())];
    expect((await lookedUp.usage()).bytes).toBe(rows.reduce((sum, { bytes }) => sum + bytes, 0));
    // Put once more: what it was before is not counted twice.
    await store.put('q3', picture(100));
    expect((await lookedUp.usage()).bytes).toBeLessThan(50_000);
  });
});

describe('an invalid picture', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each([
    ['a page', { kind: 'html' }],
    ['a page that says it is JSON', { kind: 'html', labelled: true }],
    ['a drawing with a script in it', { kind: 'other-bytes', bytes: Buffer.from(SVG) }],
    ['10 MB', { kind: 'other-bytes', bytes: Buffer.concat([SAMPLES.jpeg, Buffer.alloc(10_000_000), SAMPLES.jpeg]) }],
    ['without an end', { kind: 'endless' }],
    ['larger than it says', { kind: 'wrong-length', more: -100 }],
    ['shorter than it says', { kind: 'wrong-length', more: 100 }],
    ['elsewhere', { kind: 'elsewhere' }],
    ['never there', { kind: 'silent' }],
    ['a failure of its server', { kind: 'failed' }],
  ] as const)('with %s is not shown and not stored', async (_, fault) => {
    const { database, fetchIt, log } = open();
    world.behave({ fault, at: 'pictures' });
    const { state } = await fetchIt(ILVA);
    // What has no end is left at its length, long before the time is up.
    expect(fault.kind === 'endless' ? ['failed'] : ['failed', 'offline']).toContain(state);
    expect(await database.pictures.count()).toBe(0);
    expect(world.strayed()).toBe(0);
    expect((await log.list())[0]?.outcome).not.toBe('answered');
  });

  it('with status 429 means a pause, which applies to the next request as well', async () => {
    const { fetchIt } = open();
    world.behave({ fault: { kind: 'too-many', retryAfter: '60' }, at: 'pictures' });
    expect(await fetchIt(ILVA)).toMatchObject({ state: 'busy' });
    world.behave({});
    world.forget();
    expect(await fetchIt(SEFI)).toMatchObject({ state: 'busy' });
    expect(world.requests().filter(({ door }) => door === 'pictures')).toEqual([]);
  });

  const hostOf = (address: string) => (json: string) => json.replaceAll(world.pictures, address);
  it.each([
    ['of another host', 'https://elsewhere.example'],
    ['of another port', 'http://127.0.0.1:1'],
    ['without encryption', 'http://upload.wikimedia.org'],
    ['of an address that is none', 'no address'],
    ['of a file on this device', 'file://'],
  ])('at %s is not even requested', async (_, address) => {
    const { fetchIt } = open();
    world.behave({ fault: { kind: 'told-otherwise', replace: hostOf(address) }, at: 'commons' });
    expect((await fetchIt(ILVA)).state).toBe('failed');
    expect(world.requests().filter(({ door }) => door === 'pictures')).toEqual([]);
  });

  it('is requested without extra parameters of its address', async () => {
    const { fetchIt } = open();
    const replace = (json: string) =>
      json.replaceAll('250px-Ilva_Brandecker_2026.png', '250px-Ilva_Brandecker_2026.png?utm_source=you#here');
    world.behave({ fault: { kind: 'told-otherwise', replace }, at: 'commons' });
    expect((await fetchIt(ILVA)).state).toBe('ready');
    expect(world.requests().at(-1)?.url).not.toMatch(/utm|\?/);
  });

  it('links only to the file’s page at Commons', async () => {
    const { fetchIt } = open();
    const replace = (json: string) => json.replaceAll(new URL(world.commonsApi).origin, 'https://elsewhere.example');
    world.behave({ fault: { kind: 'told-otherwise', replace }, at: 'commons' });
    expect(await fetchIt(ILVA)).toMatchObject({
      picture: {
        page: `${new URL('index.php', world.commonsApi)}?title=File%3AIlva_Brandecker_2026.png`,
      },
    });
  });

  it.each(['wikidata', 'commons'] as const)('at %s that returns anything else is reported as such', async (at) => {
    const { fetchIt, database } = open();
    for (const fault of [{ kind: 'html' }, { kind: 'half' }, { kind: 'elsewhere' }] as const) {
      world.behave({ fault, at });
      expect(['failed', 'offline']).toContain((await fetchIt(ILVA)).state);
    }
    world.behave({ fault: { kind: 'maxlag' }, at });
    expect((await fetchIt(ILVA)).state).toBe('busy');
    expect(await database.pictures.count()).toBe(0);
    expect(world.strayed()).toBe(0);
  });

  it('whose file has no licence is not used', async () => {
    const { fetchIt } = open();
    const replace = (json: string) => json.replaceAll('LicenseShortName', 'Nothing');
    world.behave({ fault: { kind: 'told-otherwise', replace }, at: 'commons' });
    expect(await fetchIt(ILVA)).toEqual({ state: 'none' });
    expect(world.requests().filter(({ door }) => door === 'pictures')).toEqual([]);
  });
});
