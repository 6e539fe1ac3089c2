/** A server of packs that does everything wrong, each fault at an address of its own, and records every request. */
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface PackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly asked: { readonly path: string; readonly method: string; readonly headers: IncomingHttpHeaders }[];
  /** Lets what `/slow` holds back go on, and waits for it: a page shows progress before its request is here. */
  goOn(): Promise<void>;
  close(): Promise<void>;
}

export interface PackServerOptions {
  /** By their paths. */
  readonly packs: Readonly<Record<string, Uint8Array>>;
  /** What the addresses that go wrong have to do with. */
  readonly pack: Uint8Array;
  /** Where `/away` leads. */
  readonly elsewhere?: string;
  readonly tls?: { readonly key: string; readonly cert: string } | null;
}

const PAGE = '<!doctype html><html lang="en"><title>Packs</title><p>Here is a pack, and here is another.</p></html>';

/** Milliseconds. */
const PATIENCE = 10_000;

export async function servePacks({ packs, pack, elsewhere = '', tls }: PackServerOptions): Promise<PackServer> {
  const asked: PackServer['asked'] = [];
  const held: ServerResponse[] = [];
  const bomb = () => {
    const head = Buffer.from(pack.subarray(0, 64));
    // As long as a pack can be.
    head.writeUInt32LE(96_000_000, 16);
    return gzipSync(Buffer.concat([head, Buffer.alloc(200_000_000)]), { level: 1 });
  };
  const wrong: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
    '/slow': (response) => {
      response.writeHead(200, { 'content-length': pack.length });
      response.write(pack.subarray(0, pack.length >> 1));
      held.push(response);
    },
    '/page': (response) => response.setHeader('content-type', 'text/html').end(PAGE),
    '/half': (response) => response.end(pack.subarray(0, pack.length >> 1)),
    '/break': (response) =>
      response
        .writeHead(200, { 'content-length': pack.length })
        .write(pack.subarray(0, pack.length >> 1), () => setTimeout(() => response.destroy(), 100)),
    '/bomb': (response) => response.setHeader('content-encoding', 'gzip').end(bomb()),
    '/aside': (response) => response.writeHead(302, { location: Object.keys(packs)[0] }).end(),
    '/away': (response) => response.writeHead(302, { location: elsewhere }).end(),
    '/failed': (response) => response.writeHead(500).end(),
  };
  const listener: RequestListener = ({ url = '', method = '', headers }, response) => {
    const path = url.split('?')[0] ?? '';
    asked.push({ path: url, method, headers });
    // A cookie that a careless request would bring along the next time.
    response.setHeader('set-cookie', 'reader=1; Path=/');
    const made = packs[path];
    if (made) response.end(made);
    else if (wrong[path]) wrong[path](response);
    else response.writeHead(404).end('not here');
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    asked,
    async goOn() {
      for (const end = Date.now() + PATIENCE; held.length === 0 && Date.now() < end; )
        await new Promise((next) => setTimeout(next, 20));
      for (const response of held.splice(0)) response.end(pack.subarray(pack.length >> 1));
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
