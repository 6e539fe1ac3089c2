/**
 * What the WebDAV remote meets in real browsers is not what it meets in Node: redirects whose goal is hidden, log-in
 * windows, saved cookies, certificates. The same questions here, asked on an extension page of both.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FaultyProxy, startFaultyProxy } from '../../tools/faulty-proxy';
import { startApache, type WebDavServer } from '../../tools/webdav-server';
import { openDevice } from './open-device';

const closing: (() => unknown)[] = [];
let installed = false;
let plain: WebDavServer;
let tls: WebDavServer;
let digest: WebDavServer;
let proxy: FaultyProxy;
beforeAll(async () => {
  const servers = await Promise.all([startApache(), startApache({ tls: true }), startApache({ digest: true })]);
  installed = servers.every((server) => server !== null);
  if (!installed && process.env.CI) throw new Error('Apache must be installed in CI');
  if (!installed) return;
  [plain, tls, digest] = servers as [WebDavServer, WebDavServer, WebDavServer];
  proxy = await startFaultyProxy(plain.address);
});
beforeEach((context) => {
  if (!installed) return context.skip('Apache is not installed');
});
afterAll(async () => {
  for (const close of closing) await close();
  await proxy?.stop();
  if (installed) for (const server of [plain, tls, digest]) await server.stop();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe.each(['Chromium', 'Firefox'] as const)('WebDAV in %s', (kind) => {
  const device = openDevice(kind);
  beforeAll(async () => {
    if (installed) await device.start();
  });
  afterAll(() => device.close());
  const look = (server: Pick<WebDavServer, 'user' | 'password'>, address: string, milliseconds = 20_000) =>
    device.do('look', { address, folder: 'Backstory', user: server.user, password: server.password }, milliseconds);

  it('writes, lists, reads and removes, with a login in a non-Latin script', async () => {
    expect(await look(plain, plain.address)).toBe('fine');
  });

  it('answers a digest challenge', async () => {
    expect(await look(digest, digest.address)).toBe('fine');
  });

  it('reports a wrong password, without a password dialog', async () => {
    expect(await look({ user: plain.user, password: 'wröng' }, plain.address)).toBe('credentials: PROPFIND: 401');
    expect(await look({ user: digest.user, password: 'wrong' }, digest.address)).toBe('credentials: PROPFIND: 401');
    expect(await look({ user: '', password: '' }, plain.address)).toBe('credentials: PROPFIND: 401');
  });

  it('rejects an untrusted certificate', async () => {
    expect(await look(tls, tls.address)).toMatch(/^unreachable: PROPFIND/);
  });

  it('follows no redirect, keeps no cookie, and shows the password to nobody else', async () => {
    const asked: string[] = [];
    const thief = createServer((request, response) => {
      asked.push(`${request.method} ${request.headers.authorization}`);
      response.writeHead(207).end('<multistatus xmlns="DAV:"></multistatus>');
    });
    const cookies: unknown[] = [];
    const sender = createServer((request, response) => {
      cookies.push(request.headers.cookie);
      const location = `http://localhost:${(thief.address() as AddressInfo).port}/`;
      response.writeHead(301, { location, 'set-cookie': 'seen=1; Path=/' }).end();
    });
    for (const server of [thief, sender]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      closing.push(() => {
        server.closeAllConnections();
        server.close();
      });
    }
    const address = `http://127.0.0.1:${(sender.address() as AddressInfo).port}/`;
    for (let times = 0; times < 2; times++)
      expect(await look(plain, address)).toMatch(/^server: PROPFIND: .*another address/);
    expect(asked).toEqual([]);
    expect(cookies).toEqual([undefined, undefined]);
  });

  it('finds at set-up where a folder has moved on the same server, and asks no other', async () => {
    const { port } = new URL(plain.address);
    const stranger: string[] = [];
    const other = await serve((request, response) => {
      stranger.push(`${request.method} ${request.headers.authorization}`);
      response.writeHead(207).end('<multistatus xmlns="DAV:"></multistatus>');
    });
    const seen: string[] = [];
    const moved = await serve((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization === undefined ? 'nobody' : 'reader'}`);
      const { url } = request;
      if (url === '/old/') response.writeHead(301, { location: '/older/' }).end();
      else if (url === '/older/') response.writeHead(308, { location: '/new' }).end();
      else if (url === '/away/') response.writeHead(302, { location: other.replace('127.0.0.1', 'localhost') }).end();
      else if (url === '/aside/') response.writeHead(302, { location: `http://127.0.0.1:${port}/dav/` }).end();
      else if (url === '/new') response.writeHead(207).end('<multistatus xmlns="DAV:"></multistatus>');
      else response.writeHead(404).end();
    });
    expect(await device.do('find', `${moved}old/`, 'reader', 'open')).toBe(`${moved}new/`);
    expect(seen.filter((each) => each.startsWith('/new'))).toEqual(['/new nobody', '/new reader']);
    for (const way of ['away', 'aside']) {
      expect(await device.do('find', `${moved}${way}/`, 'reader', 'open')).toMatch(
        /^server: PROPFIND: .*another address/,
      );
    }
    expect(stranger).toEqual([]);
  });

  it.each([
    ['cut', 'PROPFIND', 'unreachable'],
    ['torn', 'PROPFIND', 'unreachable'],
    ['torn', 'GET', 'unreachable'],
    ['short', 'PROPFIND', 'server'],
    ['html', 'GET', 'server'],
    ['dies-during-upload', 'PUT', 'unreachable'],
    ['dies-after', 'PUT', 'unreachable'],
  ] as const)('recognises a line that is %s at %s: %s', async (fault, method, code) => {
    proxy.inject({ kind: fault }, { method });
    expect(await look(plain, proxy.address)).toMatch(new RegExp(`^${code}: `));
    proxy.release();
    expect(await look(plain, proxy.address)).toBe('fine');
  });

  it('gives up in time on a silent server, and at once when cancelled', async () => {
    proxy.inject({ kind: 'hold' }, { method: 'PROPFIND' });
    expect(await device.do('look', { ...plain, address: proxy.address, folder: '' }, 20_000, 300)).toMatch(
      /^timeout: /,
    );
    expect(await look(plain, proxy.address, 200)).toBe('cancelled: ');
    proxy.release();
  });

  it('recognises that no server is there', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await new Promise((resolve) => server.close(resolve));
    expect(await look(plain, address)).toMatch(/^unreachable: PROPFIND/);
  });
});
