/**
 * A pack on its way from a server that does everything wrong, over a real socket: whatever happens, what was there stays
 * as it was. Long because all faults share one server.
 */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../lib/database';
import { createPackInstaller, createPackKeeper, createRequestLog, type InstallStep } from '../../../lib/knowledge';
import { LARGEST_PACK, writePack } from '../../../lib/pack';
import { smallSource } from '../pack/small-source';

const chess = writePack({ ...smallSource, name: 'Chess' });
const older = writePack({ ...smallSource, name: 'Chess', edition: '2025-01-01' });
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const HTML = '<!doctype html><html><head><title>Chess pack</title></head><body><p>Download it below.</p></body></html>';
/** Enough for a busy machine. */
const SILENCE_MS = 3_000;
const SOON_MS = 200;

let server: Server | null = null;
let elsewhere: Server | null = null;
let asked: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
afterEach(() => {
  for (const one of [server, elsewhere]) {
    one?.closeAllConnections();
    one?.close();
  }
  [server, elsewhere, asked] = [null, null, []];
});

const originOf = (one: Server | null) => `http://127.0.0.1:${((one as Server).address() as AddressInfo).port}`;
const listen = async (listener: RequestListener) => {
  const made = createServer(listener);
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  return made;
};

/** Follows on the same origin alone, as the frame of the library does. */
async function followWithin(address: string, wishes: RequestInit) {
  let url = address;
  for (let hops = 0; hops < 5; hops++) {
    const response = await fetch(url, { ...wishes, redirect: 'manual' });
    const to = response.headers.get('location');
    if (to === null) return { response, done: () => {} };
    const next = new URL(to, url);
    if (next.origin !== new URL(address).origin) throw new TypeError('blocked by policy');
    url = next.href;
  }
  throw new TypeError('in a circle');
}

async function world(listener: RequestListener, silenceMs = SILENCE_MS) {
  const database = createDatabase(`on its way ${Math.random()}`);
  server = await listen((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  const keeper = createPackKeeper(database, () => 7);
  const log = createRequestLog(database);
  const installer = createPackInstaller({ keeper, fetch, followWithin, log, now: () => 7, silenceMs });
  await keeper.add(older, null);
  const steps: InstallStep[] = [];
  const ending = new AbortController();
  const watch = { told: (step: InstallStep) => void steps.push(step), signal: ending.signal };
  return {
    database,
    installer,
    log,
    steps,
    ending,
    watch,
    address: `${originOf(server)}/packs/chess.pack?of=today`,
    install: (sha256: string | null = null, path = '/packs/chess.pack?of=today') =>
      installer.fromAddress({ address: `${originOf(server)}${path}`, sha256 }, 'ask', watch),
    /** What is in use, whole, and whether anything lies about. */
    async kept() {
      const rows = await database.packs.toArray();
      const sums = rows.map(async ({ file }) => sumOf(new Uint8Array(await file.arrayBuffer())));
      return { sums: await Promise.all(sums), before: rows.map(({ before }) => before?.edition ?? null) };
    },
    lying: () => database.packCopies.count(),
  };
}
const untouched = { sums: [sumOf(older)], before: [null] };

describe('a pack on a server', () => {
  it('replaces its older edition, which is kept', async () => {
    const { install, kept, steps, log, lying, address } = await world((_, response) => response.end(chess));
    const added = await install(sumOf(chess));
    expect(added).toMatchObject({ info: { name: 'Chess' }, replaced: '2025-01-01', same: false });
    expect(await kept()).toEqual({ sums: [sumOf(chess)], before: ['2025-01-01'] });
    expect(await lying()).toBe(0);
    expect(steps[0]).toEqual({ step: 'asking' });
    expect(steps).toContainEqual({ step: 'reading', loaded: chess.length, total: chess.length });
    expect(steps.slice(-2).map(({ step }) => step)).toEqual(['checking', 'storing']);
    const { host, pathname, search } = new URL(address);
    expect(await log.list()).toMatchObject([
      { host, titles: [pathname + search], outcome: 'answered', bytes: chess.length },
    ]);
  });

  it('is requested with one plain GET', async () => {
    const { install } = await world((_, response) => response.setHeader('set-cookie', 'a=b').end(chess));
    await install();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe('/packs/chess.pack?of=today');
    for (const header of ['cookie', 'referer', 'authorization']) expect(asked[0]?.headers[header]).toBeUndefined();
  });

  it('is accepted when compressed as well', async () => {
    const { install, kept } = await world((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(chess)),
    );
    await install(sumOf(chess));
    expect((await kept()).sums).toEqual([sumOf(chess)]);
  });

  it('may be redirected to another address on the same server', async () => {
    const { install, kept, log } = await world(({ url }, response) =>
      url === '/latest' ? response.writeHead(302, { location: '/packs/3.pack' }).end() : response.end(chess),
    );
    await install(null, '/latest');
    expect((await kept()).sums).toEqual([sumOf(chess)]);
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['answered', 'redirected']);
  });

  it('that is already in use replaces nothing', async () => {
    const { install, kept } = await world((_, response) => response.end(older));
    expect(await install()).toMatchObject({ replaced: null, same: true });
    expect(await kept()).toEqual(untouched);
  });

  it('is not requested if the reader allows no requests', async () => {
    const { installer, address, watch, kept, log } = await world((_, response) => response.end(chess));
    await expect(installer.fromAddress({ address, sha256: null }, 'never', watch)).rejects.toMatchObject({
      problem: 'never',
    });
    expect(asked).toEqual([]);
    expect(await log.list()).toEqual([]);
    expect(await kept()).toEqual(untouched);
  });
});

const flipped = chess.map((byte, at) => (at === chess.length - 100 ? byte ^ 1 : byte));
const newer = chess.map((byte, at) => (at === 8 ? byte + 1 : byte));
/** Says in its header that it is as long as a pack can be, and goes on for ever. */
const endless = chess.slice();
new DataView(endless.buffer).setUint32(16, LARGEST_PACK, true);
const tooLong = chess.slice();
new DataView(tooLong.buffer).setUint32(16, LARGEST_PACK + 1, true);

const FAULTS: [what: string, problem: string, outcome: string, listener: RequestListener, sha256?: string][] = [
  ['another file than the checksum is of', 'wrong-checksum', 'answered', (_, out) => out.end(chess), sumOf(older)],
  ['a wrong byte', 'damaged', 'answered', (_, out) => out.end(flipped)],
  ['a wrong byte, under its own checksum', 'damaged', 'answered', (_, out) => out.end(flipped), sumOf(flipped)],
  ['a newer format', 'newer', 'bad-answer', (_, out) => out.end(newer)],
  [
    'something else',
    'not-a-pack',
    'bad-answer',
    (_, out) => out.end('PK\u0003\u0004 and more of a zip than a header has'),
  ],
  ['nothing', 'truncated', 'bad-answer', (_, out) => out.end()],
  ['a page', 'page', 'bad-answer', (_, out) => out.setHeader('content-type', 'text/html').end(HTML)],
  ['a page that calls itself a file', 'page', 'bad-answer', (_, out) => out.end(`\n  ${HTML}`)],
  ['half of it', 'truncated', 'bad-answer', (_, out) => out.end(chess.subarray(0, chess.length / 2))],
  [
    'a Content-Length that is too small',
    'truncated',
    'bad-answer',
    (_, out) => {
      out.writeHead(200, { 'content-length': 200 }).end(chess.subarray(0, 200));
    },
  ],
  [
    'a Content-Length that is too large',
    'broken-off',
    'broken-off',
    (_, out) => {
      out.writeHead(200, { 'content-length': chess.length + 9 }).write(chess, () => out.destroy());
    },
  ],
  [
    'a Content-Length beyond all packs',
    'too-large',
    'bad-answer',
    (_, out) => {
      out.writeHead(200, { 'content-length': LARGEST_PACK + 1 }).write(chess);
    },
  ],
  ['a header that announces more than a pack may be', 'too-large', 'bad-answer', (_, out) => out.end(tooLong)],
  [
    'more than its header says',
    'damaged',
    'bad-answer',
    (_, out) => {
      out.write(chess);
      out.end(Buffer.alloc(100_000));
    },
  ],
  [
    'a break in the middle',
    'broken-off',
    'broken-off',
    (_, out) => {
      out.write(chess.subarray(0, 700), () => out.destroy());
    },
  ],
  ['no answer at all', 'offline', 'offline', (_, out) => out.destroy()],
  ['404', 'refused', 'refused', (_, out) => out.writeHead(404).end(chess)],
  ['503', 'server-error', 'server-error', (_, out) => out.writeHead(503).end()],
];

describe('a server that sends', () => {
  it.each(FAULTS)('%s changes nothing (%s)', async (_, problem, outcome, listener, ...sha256) => {
    const { install, kept, lying, log } = await world(listener);
    await expect(install(sha256[0] ?? null)).rejects.toMatchObject({ problem });
    expect(await kept()).toEqual(untouched);
    expect(await lying()).toBe(0);
    expect((await log.list()).map((line) => line.outcome)).toEqual([outcome]);
  });

  it('a compression bomb is read no further than a pack may be long', async () => {
    // 200 MB of nothing behind a header, in 200 kB.
    const bomb = gzipSync(Buffer.concat([endless.subarray(0, 64), Buffer.alloc(200_000_000)]), { level: 1 });
    const { install, kept, steps } = await world((_, out) => out.setHeader('content-encoding', 'gzip').end(bomb));
    await expect(install()).rejects.toMatchObject({ problem: 'damaged' });
    const read = steps.map((step) => (step.step === 'reading' ? step.loaded : 0));
    expect(Math.max(...read)).toBeLessThanOrEqual(LARGEST_PACK);
    expect(await kept()).toEqual(untouched);
  });

  it.each([
    ['another server', () => `${originOf(elsewhere)}/chess.pack`],
    ['another name of the same machine', () => `${originOf(server).replace('127.0.0.1', 'localhost')}/chess.pack`],
  ])('a redirect to %s is not followed', async (_, target) => {
    let heard = 0;
    elsewhere = await listen((__, out) => {
      heard++;
      out.end(chess);
    });
    const { install, kept, log } = await world(({ url }, out) =>
      url === '/chess.pack' ? out.end(chess) : out.writeHead(302, { location: target() }).end(),
    );
    await expect(install()).rejects.toMatchObject({ problem: 'redirected' });
    expect(heard).toBe(0);
    expect(asked.every(({ url }) => url === '/packs/chess.pack?of=today')).toBe(true);
    expect(await kept()).toEqual(untouched);
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['redirected', 'redirected']);
  });

  it.each([
    ['nothing', 0],
    ['a part', 700],
  ])('%s and then nothing is given up', async (_, bytes) => {
    const { install, kept, log } = await world((__, out) => void out.write(chess.subarray(0, bytes)), SOON_MS);
    await expect(install()).rejects.toMatchObject({ problem: 'time-out' });
    expect(await kept()).toEqual(untouched);
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['time-out']);
  });

  it('a little at a time is waited for, as long as data arrives', async () => {
    const parts = Array.from({ length: 8 }, (_, at) =>
      chess.subarray((chess.length * at) / 8, (chess.length * (at + 1)) / 8),
    );
    const { install, kept } = await world(async (_, out) => {
      for (const part of parts) {
        out.write(part);
        await new Promise((next) => setTimeout(next, SOON_MS / 2));
      }
      out.end();
    }, SOON_MS);
    await install(sumOf(chess));
    expect((await kept()).sums).toEqual([sumOf(chess)]);
  });
});

describe('a reader who stops the download', () => {
  it.each(['before the answer', 'in the middle'])('%s keeps what was there', async (when) => {
    const { install, ending, kept, lying, log } = await world((_, out) => {
      if (when === 'in the middle') out.write(chess.subarray(0, 700));
      setTimeout(() => ending.abort(), 50);
    });
    await expect(install()).rejects.toMatchObject({ problem: 'cancelled' });
    expect(await kept()).toEqual(untouched);
    expect(await lying()).toBe(0);
    expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['cancelled']);
  });

  it('after the last byte, before it is stored, keeps what was there', async () => {
    const { installer, watch, ending, kept, address } = await world((_, out) => out.end(chess));
    const told = (step: InstallStep) => step.step === 'checking' && ending.abort();
    await expect(
      installer.fromAddress({ address, sha256: sumOf(chess) }, 'ask', { ...watch, told }),
    ).rejects.toMatchObject({ problem: 'cancelled' });
    expect(await kept()).toEqual(untouched);
  });
});

it('a request is logged before it is answered, in case the worker dies first', async () => {
  let waiting = () => {};
  const { install, ending, log } = await world(() => waiting());
  const heard = new Promise<void>((done) => {
    waiting = done;
  });
  const going = install().catch(() => {});
  await heard;
  expect((await log.list()).map(({ outcome }) => outcome)).toEqual(['under-way']);
  ending.abort();
  await going;
});

describe('a pack from a file', () => {
  it('is installed after the same checks', async () => {
    const { installer, watch, kept, steps } = await world(() => {});
    await installer.fromFile(new Blob([chess]), sumOf(chess), watch);
    expect(await kept()).toEqual({ sums: [sumOf(chess)], before: ['2025-01-01'] });
    expect(steps).toContainEqual({ step: 'reading', loaded: chess.length, total: chess.length });
  });

  it.each([
    ['wrong-checksum', chess, sumOf(older)],
    ['damaged', flipped, null],
    ['page', new TextEncoder().encode(HTML), null],
    ['truncated', chess.slice(0, 40), null],
  ] as const)('is refused (%s), and nothing is changed', async (problem, bytes, sha256) => {
    const { installer, watch, kept, lying } = await world(() => {});
    await expect(installer.fromFile(new Blob([bytes]), sha256, watch)).rejects.toMatchObject({ problem });
    expect(await kept()).toEqual(untouched);
    expect(await lying()).toBe(0);
  });

  it('that has been deleted meanwhile is reported as such', async () => {
    const { installer, watch } = await world(() => {});
    const gone = { stream: () => new ReadableStream({ pull: () => Promise.reject(new DOMException('gone')) }) } as Blob;
    await expect(installer.fromFile(gone, null, watch)).rejects.toMatchObject({ problem: 'unreadable' });
  });
});
