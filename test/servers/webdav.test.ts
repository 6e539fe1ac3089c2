/**
 * The WebDAV remote against real servers, Apache's mod_dav and rclone's: one contract for both, then each fault that a
 * network or a server can show, put between by a proxy. It is long because contract and faults share their servers and run over both.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import type { Cargo, FileStore, SyncTrouble } from '../../lib/sync';
import { findWebDav } from '../../lib/sync/remotes/find-webdav';
import { createWebDavStore } from '../../lib/sync/remotes/webdav';
import type { WebDavPorts } from '../../lib/sync/remotes/webdav-request';
import { type Fault, type FaultyProxy, startFaultyProxy } from '../tools/faulty-proxy';
import { LOGIN, startApache, startRclone, type WebDavServer } from '../tools/webdav-server';

const signal = new AbortController().signal;
/** For servers that are asked to be slow: short enough to wait for. All others get what a busy machine may need. */
const SHORT_SILENCE = 500;
const SILENCE = 10_000;

/** As a vault would close it: the type says sealed, the bytes are chance. */
const cargoOf = (bytes: Uint8Array) => bytes as Cargo<'sealed'>;
const someBytes = (length: number) => cargoOf(new Uint8Array(randomBytes(length)));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const nameOf = (bytes: Uint8Array, device = 1, seq = 1) =>
  `${device.toString(16).padStart(16, '0')}-s${seq.toString(36)}-${hashOf(bytes)}.age`;

const open = (address: string, folder = 'Backstory', ports: WebDavPorts = {}, login = LOGIN): FileStore<'sealed'> =>
  createWebDavStore({ address, folder, user: login.user, password: login.password }, { silence: SILENCE, ...ports });

const codeOf = (promise: Promise<unknown>): Promise<SyncTrouble | 'fine'> =>
  promise.then(
    () => 'fine' as const,
    (error) => error.code,
  );

const SERVERS = [
  ['Apache mod_dav', startApache],
  ['rclone serve webdav', startRclone],
] as const;

describe.each(SERVERS)('a folder on %s', (program, start) => {
  let server: WebDavServer | null = null;
  let proxy: FaultyProxy;
  beforeAll(async () => {
    server = await start();
    if (!server && process.env.CI) throw new Error(`${program} must be installed in CI`);
    if (server) proxy = await startFaultyProxy(server.address);
  }, 30_000);
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });
  beforeEach((context) => {
    if (!server) return context.skip(`${program} is not installed`);
  });
  afterEach(() => {
    proxy?.release();
    if (!server) return;
    for (const name of readdirSync(server.folder)) rmSync(join(server.folder, name), { recursive: true });
  });
  const here = () => server as WebDavServer;
  const inFolder = (...path: string[]) => join(here().folder, ...path);

  describe('storing files', () => {
    it('makes the folder with each level of it, and again when it was removed', async () => {
      const store = open(here().address, 'Documents/Back story & Söhne/100 %');
      expect(await store.list(signal)).toEqual([]);
      const path = inFolder('Documents', 'Back story & Söhne', '100 %');
      expect(existsSync(path)).toBe(true);
      rmSync(inFolder('Documents'), { recursive: true });
      const bytes = someBytes(10);
      await store.write(nameOf(bytes), bytes, signal);
      expect(readdirSync(path)).toEqual([nameOf(bytes)]);
    });

    it('works in exactly the given folder', async () => {
      const store = open(here().address, '');
      const bytes = someBytes(10);
      await store.write(nameOf(bytes), bytes, signal);
      expect(await store.list(signal)).toEqual([{ name: nameOf(bytes), bytes: 10 }]);
    });

    it.each([0, 1, 1000, 65_537, 5_000_000])('returns %i bytes unchanged', async (length) => {
      const store = open(here().address);
      const bytes = someBytes(length);
      await store.write(nameOf(bytes), bytes, signal);
      expect(await store.list(signal)).toEqual([{ name: nameOf(bytes), bytes: length }]);
      const back = await store.read(nameOf(bytes), signal);
      expect(back && hashOf(back)).toBe(hashOf(bytes));
    });

    it('writes a view of a larger buffer as that part', async () => {
      const store = open(here().address);
      const bytes = cargoOf(someBytes(100).subarray(10, 20));
      await store.write(nameOf(bytes), bytes, signal);
      expect(await store.read(nameOf(bytes), signal)).toEqual(bytes);
    });

    it('reports missing files', async () => {
      const store = open(here().address);
      await store.list(signal);
      expect(await store.read(nameOf(someBytes(1)), signal)).toBeNull();
      await store.remove(nameOf(someBytes(1)), signal);
    });

    it('removes a file, once and twice', async () => {
      const store = open(here().address);
      const bytes = someBytes(10);
      await store.write(nameOf(bytes), bytes, signal);
      await store.remove(nameOf(bytes), signal);
      await store.remove(nameOf(bytes), signal);
      expect(await store.list(signal)).toEqual([]);
    });

    it('lists only our files', async () => {
      const store = open(here().address);
      const bytes = someBytes(10);
      await store.write(nameOf(bytes), bytes, signal);
      for (const name of [
        'readme.txt',
        `${nameOf(bytes)}.part`,
        `Copy of ${nameOf(bytes)}`,
        'a & b ü.age',
        '.DS_Store',
      ])
        writeFileSync(inFolder('Backstory', name), 'x');
      mkdirSync(inFolder('Backstory', nameOf(someBytes(1))));
      expect(await store.list(signal)).toEqual([{ name: nameOf(bytes), bytes: 10 }]);
    });

    it('lists 300 files in one request', async () => {
      const files = Array.from({ length: 300 }, (_, i) => someBytes(10 + i));
      mkdirSync(inFolder('Backstory'));
      for (const [i, bytes] of files.entries()) writeFileSync(inFolder('Backstory', nameOf(bytes, 1, i)), bytes);
      const store = open(proxy.address);
      const before = proxy.seen.length;
      const listed = await store.list(signal);
      expect(listed.toSorted((a, b) => Number(a.bytes) - Number(b.bytes))).toEqual(
        files.map((bytes, i) => ({ name: nameOf(bytes, 1, i), bytes: bytes.length })),
      );
      expect(proxy.seen.slice(before)).toHaveLength(1);
    });

    it('accepts four devices at once', async () => {
      const devices = [1, 2, 3, 4].map((device) => ({
        store: open(here().address),
        files: Array.from({ length: 25 }, (_, seq) => {
          const bytes = someBytes(2000);
          return { name: nameOf(bytes, device, seq), bytes };
        }),
      }));
      await Promise.all(
        devices.map(async ({ store, files }) => {
          await store.list(signal);
          for (const { name, bytes } of files) {
            await store.write(name, bytes, signal);
            await store.list(signal);
          }
        }),
      );
      const all = devices.flatMap(({ files }) => files);
      const [reader] = devices;
      const listed = await reader?.store.list(signal);
      expect(listed?.map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort());
      for (const { name, bytes } of all) expect(await reader?.store.read(name, signal)).toEqual(bytes);
    });

    it('is found by its own address, and by that of a folder still to be made', async () => {
      expect(await findWebDav({ address: here().address, ...LOGIN }, signal)).toBe(here().address);
      const below = `${here().address}not/yet/`;
      expect(await findWebDav({ address: below, ...LOGIN }, signal)).toBe(below);
      expect(readdirSync(here().folder)).toEqual([]);
      await expect(
        findWebDav({ address: here().address, user: LOGIN.user, password: 'wrong' }, signal),
      ).rejects.toMatchObject({ code: 'credentials' });
    });
  });

  describe('errors', () => {
    it('report a wrong password', async () => {
      const store = open(here().address, 'Backstory', {}, { ...LOGIN, password: 'wröng' } as unknown as typeof LOGIN);
      const error = await store.list(signal).catch((error) => error);
      expect(error).toMatchObject({ code: 'credentials', detail: 'PROPFIND: 401' });
    });

    const statuses: readonly (readonly [number, SyncTrouble])[] = [
      [401, 'credentials'],
      [403, 'forbidden'],
      [412, 'precondition'],
      [423, 'locked-file'],
      [429, 'server'],
      [500, 'server'],
      [503, 'server'],
      [507, 'full'],
    ];
    const calls = ['PROPFIND', 'GET', 'PUT', 'DELETE'] as const;
    it.each(statuses.flatMap(([status, code]) => calls.map((method) => ({ status, code, method }))))(
      '$status at $method: $code',
      async ({ status, code, method }) => {
        const { call, kept } = await prepared(method);
        proxy.inject({ kind: 'status', status }, { method });
        expect(await codeOf(call())).toBe(code);
        await expectKept(kept);
        proxy.release();
        expect(await codeOf(call())).toBe('fine');
      },
    );

    it('report a folder that cannot be made', async () => {
      const store = open(proxy.address);
      for (const [status, code] of [
        [403, 'forbidden'],
        [409, 'conflict'],
        [507, 'full'],
      ] as const) {
        proxy.inject({ kind: 'status', status }, { method: 'MKCOL' });
        expect(await codeOf(store.list(signal))).toBe(code);
      }
      proxy.release();
      expect(await store.list(signal)).toEqual([]);
    });

    it('report a folder that disappears each time it is made', async () => {
      proxy.inject({ kind: 'status', status: 404 }, { method: 'PROPFIND' });
      expect(await codeOf(open(proxy.address).list(signal))).toBe('not-found');
      proxy.release();
      expect(await codeOf(open(proxy.address).list(signal))).toBe('fine');
    });

    it('report a conflict that making the folder does not solve, and not one that it does', async () => {
      const { call, kept } = await prepared('PUT');
      proxy.inject({ kind: 'status', status: 409 }, { method: 'PUT' });
      expect(await codeOf(call())).toBe('conflict');
      await expectKept(kept);
      proxy.inject({ kind: 'status', status: 409 }, { method: 'PUT', times: 1 });
      expect(await codeOf(call())).toBe('fine');
    });

    const faults: readonly (readonly [Fault, (typeof calls)[number], SyncTrouble])[] = [
      [{ kind: 'html' }, 'PROPFIND', 'server'],
      [{ kind: 'html' }, 'GET', 'server'],
      [{ kind: 'torn' }, 'PROPFIND', 'unreachable'],
      [{ kind: 'torn' }, 'GET', 'unreachable'],
      [{ kind: 'short' }, 'PROPFIND', 'server'],
      ...calls.map((method) => [{ kind: 'slow', ms: 3 * SHORT_SILENCE }, method, 'timeout'] as const),
      ...calls.map((method) => [{ kind: 'cut' }, method, 'unreachable'] as const),
      ...calls.map((method) => [{ kind: 'dies-after' }, method, 'unreachable'] as const),
      [{ kind: 'dies-during-upload' }, 'PUT', 'unreachable'],
      [{ kind: 'keeps-half' }, 'PUT', 'unreachable'],
    ];
    it.each(faults.map(([fault, method, code]) => ({ fault, kind: fault.kind, method, code })))(
      '$kind at $method: $code, and the next run succeeds',
      async ({ fault, method, code }) => {
        const { call, kept } = await prepared(method, fault.kind === 'slow' ? SHORT_SILENCE : SILENCE);
        proxy.inject(fault, { method });
        expect(await codeOf(call())).toBe(code);
        await expectKept(kept);
        proxy.release();
        await expectFineAtLast(call);
        await expectKept(kept);
      },
    );

    it('do not include a truncated file without a sign, which is returned as it came: its name reveals it', async () => {
      const { store, kept } = await prepared('GET');
      proxy.inject({ kind: 'short' }, { method: 'GET' });
      const back = await store.read(kept.name, signal);
      expect(back?.length).toBe(kept.bytes.length >> 1);
      expect(kept.name).not.toContain(hashOf(back as Uint8Array));
    });

    it.each([null, '"the same for all"', 'W/"', ''])('do not depend on an ETag (%s)', async (etag) => {
      const { store, kept } = await prepared('PUT');
      proxy.inject({ kind: 'etag', etag }, { method: '*' });
      const bytes = someBytes(3000);
      await store.write(nameOf(bytes, 2), bytes, signal);
      expect(await store.list(signal)).toHaveLength(2);
      expect(await store.read(nameOf(bytes, 2), signal)).toEqual(bytes);
      expect(await store.read(kept.name, signal)).toEqual(kept.bytes);
    });

    it('do not last after half an upload, which is repaired by writing it again', async () => {
      const { store } = await prepared('PUT');
      const bytes = someBytes(400_000);
      for (const kind of ['dies-during-upload', 'keeps-half'] as const) {
        proxy.inject({ kind }, { method: 'PUT', times: 1 });
        expect(await codeOf(store.write(nameOf(bytes, 3), bytes, signal))).toBe('unreachable');
        // Whatever lies there now, it is known for what it is.
        const half = await store.read(nameOf(bytes, 3), signal);
        if (half) expect(hashOf(half)).not.toBe(hashOf(bytes));
        await expectFineAtLast(() => store.write(nameOf(bytes, 3), bytes, signal));
        expect(hashOf((await store.read(nameOf(bytes, 3), signal)) as Uint8Array)).toBe(hashOf(bytes));
        expect((await store.list(signal)).map(({ bytes }) => bytes)).toContain(400_000);
        await store.remove(nameOf(bytes, 3), signal);
      }
    });

    it('include cancelling, at once, while the server still delays its answer', async () => {
      for (const method of calls) {
        const { call, kept } = await prepared(method);
        proxy.inject({ kind: 'hold' }, { method });
        const control = new AbortController();
        const ended = codeOf(call(control.signal));
        await proxy.held();
        control.abort();
        expect(await ended).toBe('cancelled');
        expect(await codeOf(call(control.signal))).toBe('cancelled');
        proxy.release();
        await expectKept(kept);
      }
    });

    it('do not include slow answers', async () => {
      const { store, kept } = await prepared('GET');
      proxy.inject({ kind: 'slow', ms: SHORT_SILENCE }, { method: '*' });
      expect(await store.read(kept.name, signal)).toEqual(kept.bytes);
    });
  });

  /** A store by way of the proxy with one file on it, and one call of each method that would succeed. */
  async function prepared(method: 'PROPFIND' | 'GET' | 'PUT' | 'DELETE', silence = SILENCE) {
    const store = open(proxy.address);
    const asked = open(proxy.address, 'Backstory', { silence });
    const bytes = someBytes(50_000);
    const kept = { name: nameOf(bytes), bytes };
    await store.list(signal);
    await store.write(kept.name, bytes, signal);
    const more = someBytes(2000);
    const call = (by = signal): Promise<unknown> =>
      ({
        PROPFIND: () => asked.list(by),
        GET: () => asked.read(kept.name, by),
        PUT: () => asked.write(nameOf(more, 2), more, by),
        DELETE: () => asked.remove(nameOf(more, 2), by),
      })[method]();
    if (method === 'DELETE') await store.write(nameOf(more, 2), more, signal);
    return { store, kept, call };
  }

  /** rclone keeps a file locked for some moments after its upload died; the next exchange comes later than that. */
  async function expectFineAtLast(call: () => Promise<unknown>): Promise<void> {
    let code = await codeOf(call());
    for (let tries = 0; code === 'locked-file' && tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      code = await codeOf(call());
    }
    expect(code).toBe('fine');
  }

  async function expectKept({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
    expect(hashOf(readFileSync(inFolder('Backstory', name)))).toBe(hashOf(bytes));
  }
});

describe('the connection to a server', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const needs = <T>(context: TestContext, server: (T & { stop(): unknown }) | null): T => {
    if (!server) {
      if (process.env.CI) throw new Error('Apache must be installed in CI');
      context.skip('Apache is not installed');
    }
    closing.push(() => (server as { stop(): unknown }).stop());
    return server as T;
  };
  type Answer = Parameters<typeof createServer>[1];
  async function serve(answer: Answer): Promise<string> {
    const server = createServer(answer as never);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it('is refused with an untrusted certificate', async (context) => {
    const server = needs(context, await startApache({ tls: true }));
    const error = await open(server.address)
      .list(signal)
      .catch((error) => error);
    expect(error).toMatchObject({ code: 'unreachable', detail: 'PROPFIND: DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(readdirSync(server.folder)).toEqual([]);
  });

  /**
   * As Apache (403) and rclone (423) answer who makes a folder in the moment in which another one makes it; it may also be
   * a plain refusal. A lock is tried once more: it lasts as long as the making.
   */
  it.each([
    ['was made by another device meanwhile', 403, true, 1],
    ['is not there afterwards either', 403, false, 1],
    ['was made by another device meanwhile', 423, true, 2],
    ['is not there afterwards either', 423, false, 2],
  ] as const)('reports a folder that may not be made and %s (%i)', async (_, status, made, tries) => {
    const asked: string[] = [];
    const address = await serve((request, response) => {
      asked.push(request.method ?? '');
      request.resume();
      const there = made && asked.includes('MKCOL');
      if (request.method === 'MKCOL') response.writeHead(status).end();
      else if (!there) response.writeHead(404).end();
      else if (request.method === 'PUT') response.writeHead(201).end();
      else
        response
          .writeHead(207, { 'content-type': 'application/xml' })
          .end('<multistatus xmlns="DAV:"><response><href>/Backstory/</href></response></multistatus>');
    });
    const bytes = someBytes(10);
    for (const call of [() => open(address).list(signal), () => open(address).write(nameOf(bytes), bytes, signal)]) {
      asked.length = 0;
      expect(await codeOf(call())).toBe(made ? 'fine' : status === 403 ? 'forbidden' : 'locked-file');
      expect(asked.filter((method) => method === 'MKCOL')).toHaveLength(tries);
    }
  });

  it('sends a digest to a server that asks for one', async (context) => {
    const server = needs(context, await startApache({ digest: true }));
    const login = { user: server.user, password: server.password } as unknown as typeof LOGIN;
    const store = open(server.address, 'Backstory', {}, login);
    const bytes = someBytes(1000);
    await store.list(signal);
    await store.write(nameOf(bytes), bytes, signal);
    expect(await store.list(signal)).toEqual([{ name: nameOf(bytes), bytes: 1000 }]);
    expect(await store.read(nameOf(bytes), signal)).toEqual(bytes);
    const wrong = open(server.address, 'Backstory', {}, { ...login, password: 'wrong' } as unknown as typeof LOGIN);
    expect(await codeOf(wrong.list(signal))).toBe('credentials');
  });

  it('is refused if no server is there', async () => {
    const address = await serve(() => {});
    await closing.pop()?.();
    expect(await codeOf(open(address).list(signal))).toBe('unreachable');
    expect(await codeOf(open(address, '', { online: () => false }).list(signal))).toBe('offline');
    expect(await codeOf(open(address, '', { permitted: async () => false }).list(signal))).toBe('permission');
    expect(await codeOf(open('https://no-such-host.invalid/').list(signal))).toBe('unreachable');
  });

  it('follows no redirect, and the password goes nowhere else', async () => {
    const elsewhere: string[] = [];
    const thief = await serve((request, response) => {
      elsewhere.push(String(request.headers.authorization));
      response.writeHead(207).end('<multistatus xmlns="DAV:"/>');
    });
    for (const status of [301, 302, 307, 308]) {
      const address = await serve((_, response) => void response.writeHead(status, { location: thief }).end());
      const store = open(address);
      expect(await codeOf(store.list(signal))).toBe('server');
      expect(await codeOf(store.write(nameOf(someBytes(9)), someBytes(9), signal))).toBe('server');
    }
    expect(elsewhere).toEqual([]);
  });

  it('reveals the password in no error', async () => {
    const address = await serve((_, response) => void response.writeHead(500).end());
    const refused = await serve((_, response) => void response.writeHead(401).end());
    for (const place of [address, refused, 'https://no-such-host.invalid/']) {
      const error = await open(place)
        .list(signal)
        .catch((error) => error);
      const told = `${error.message} ${error.detail} ${error.stack} ${JSON.stringify(error)}`;
      expect(told).not.toContain(LOGIN.password);
      expect(told).not.toContain(Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64'));
    }
  });

  it('waits for a slow server, but not for one that stops', async () => {
    const bytes = someBytes(40);
    const drip = await serve((_, response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      let at = 0;
      const timer = setInterval(() => {
        response.write(bytes.subarray(at, ++at));
        if (at === bytes.length) clearInterval(timer);
      }, 20);
    });
    expect(await open(drip, '', { silence: 400 }).read(nameOf(bytes), signal)).toEqual(bytes);
    const stops = await serve((_, response) => void response.writeHead(200, { 'content-length': 40 }).write('half'));
    expect(await codeOf(open(stops, '', { silence: 400 }).read(nameOf(bytes), signal))).toBe('timeout');
  });

  it('finds the files of a cloud service from its plain address', async () => {
    const asked: string[] = [];
    const cloud = await serve((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/remote.php/webdav/') response.writeHead(207).end('<d:multistatus xmlns:d="DAV:"/>');
      // So does Nextcloud: pages for people at its root, nothing for a name that is no account's.
      else if (request.url === '/') response.writeHead(302, { location: '/login' }).end();
      else response.writeHead(404).end();
    });
    const login = { address: cloud, user: 'ada@example.org', password: 'x' };
    expect(await findWebDav(login, signal)).toBe(`${cloud}remote.php/webdav/`);
    expect(asked).toEqual(['/', '/remote.php/dav/files/ada%40example.org/', '/remote.php/webdav/']);
    const site = await serve((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('Hi'));
    await expect(findWebDav({ ...login, address: site }, signal)).rejects.toMatchObject({ code: 'server' });
  });
});
