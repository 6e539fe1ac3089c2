/** A log-in by digest against a server that keeps to the letter of RFC 7616, which Apache does not. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogin } from '../../lib/sync/remotes/webdav-login';

const signal = new AbortController().signal;
const LOGIN = { user: 'reader', password: 'a plain password' };
const md5 = (...parts: readonly (string | undefined)[]) => createHash('md5').update(parts.join(':')).digest('hex');

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Strict {
  readonly address: string;
  /** What became of each request: a digest that was right, or why it was not taken. */
  readonly seen: string[];
  /** From now on only a digest of a fresh nonce is taken. */
  forget(): void;
}

async function startStrict(algorithm: string, before = ''): Promise<Strict> {
  const seen: string[] = [];
  let edition = 1;
  let counted = 0;
  let bodies = 0;
  const judge = (request: IncomingMessage, body: string): string => {
    const given = request.headers.authorization ?? '';
    if (!given.startsWith('Digest ')) return given.split(' ')[0] || 'nothing';
    const said = Object.fromEntries(
      [...given.matchAll(/(\w+)=(?:"([^"]*)"|([^,\s]+))/g)].map(([, name, quoted, bare]) => [name, quoted ?? bare]),
    );
    if (said.nonce !== `nonce-${edition}` || said.opaque !== 'as it came') return 'stale';
    const plain = md5(LOGIN.user, 'files', LOGIN.password);
    const who = /sess/i.test(algorithm) ? md5(plain, said.nonce, said.cnonce) : plain;
    const what = md5(request.method, request.url);
    if (said.uri !== request.url || said.qop !== 'auth' || !/^[0-9a-f]{32}$/.test(said.cnonce ?? '')) return 'odd';
    if (said.response !== md5(who, said.nonce, said.nc, said.cnonce, 'auth', what)) return 'wrong';
    if (Number.parseInt(said.nc ?? '', 16) !== counted + 1) return 'replayed';
    counted += 1;
    bodies += body.length;
    return `digest ${request.method} ${request.url} ${bodies}`;
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const verdict = judge(request, body);
    seen.push(verdict);
    if (verdict.startsWith('digest')) return response.writeHead(200).end('fine');
    const challenge = `Digest realm="files", nonce="nonce-${edition}", qop="auth", opaque="as it came", algorithm=${algorithm}`;
    return response.writeHead(401, { 'www-authenticate': before + challenge }).end('no');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav/`;
  const forget = () => {
    edition += 1;
    counted = 0;
  };
  return { address, seen, forget };
}

describe.each(['MD5', 'MD5-sess'])('a server that wants %s', (algorithm) => {
  it('gets a digest for each request, counted, and one retry when its nonce has expired', async () => {
    const { address, seen, forget } = await startStrict(algorithm);
    const send = createLogin(LOGIN);
    const ask = (method: string, path: string, body?: string) =>
      send({ method, url: address + path, headers: {}, signal, ...(body !== undefined && { body }) });
    expect((await ask('PROPFIND', '', 'who is there')).status).toBe(200);
    expect((await ask('PUT', 'S%C3%B6hne/100%25?a=1', 'twelve signs')).status).toBe(200);
    forget();
    expect((await ask('GET', 'again')).status).toBe(200);
    expect((await ask('GET', 'more')).status).toBe(200);
    expect(seen).toEqual([
      'Basic',
      'digest PROPFIND /dav/ 12',
      'digest PUT /dav/S%C3%B6hne/100%25?a=1 24',
      'stale',
      'digest GET /dav/again 24',
      'digest GET /dav/more 24',
    ]);
  });

  it('is retried once, not for ever, with a wrong password', async () => {
    const { address, seen } = await startStrict(algorithm);
    const send = createLogin({ ...LOGIN, password: 'wrong' });
    for (const _ of [1, 2]) expect((await send({ method: 'GET', url: address, headers: {}, signal })).status).toBe(401);
    expect(seen).toEqual(['Basic', 'wrong', 'Basic', 'wrong']);
  });
});

it('simultaneous requests have counts of their own', async () => {
  const { address, seen } = await startStrict('MD5');
  const send = createLogin(LOGIN);
  await send({ method: 'GET', url: address, headers: {}, signal });
  const counts: string[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (url, init) => {
    counts.push(/nc=(\w+)/.exec(new Headers(init?.headers).get('authorization') ?? '')?.[1] ?? '');
    return original(url, init);
  };
  try {
    await Promise.all([1, 2, 3].map((_) => send({ method: 'GET', url: address, headers: {}, signal })));
  } finally {
    globalThis.fetch = original;
  }
  expect(counts.slice(0, 3)).toEqual(['00000002', '00000003', '00000004']);
  expect(seen[0]).toBe('Basic');
});

it('a server that prefers Basic, or whose digest we cannot answer, gets the password once', async () => {
  for (const [algorithm, before] of [
    ['MD5', 'Basic realm="files", '],
    ['SHA-256', ''],
  ] as const) {
    const { address, seen } = await startStrict(algorithm, before);
    const send = createLogin(LOGIN);
    expect((await send({ method: 'GET', url: address, headers: {}, signal })).status).toBe(401);
    expect(seen).toEqual(['Basic']);
  }
});

it('without a user name there is no digest, nor for one that Latin-1 cannot write', async () => {
  const { address, seen } = await startStrict('MD5');
  await createLogin({ user: '', password: '' })({ method: 'GET', url: address, headers: {}, signal });
  await createLogin({ user: 'reader', password: 'пароль' })({ method: 'GET', url: address, headers: {}, signal });
  expect(seen).toEqual(['nothing', 'Basic']);
});
