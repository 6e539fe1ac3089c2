/** In front of a real server on loopback: does to a test's requests what networks and servers do to a reader's. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Fault =
  /** The server is not even asked. */
  | { readonly kind: 'status'; readonly status: number }
  /** A friendly web page, as networks with a log-in give it. */
  | { readonly kind: 'html' }
  /** Half of the answer, then the line is cut. */
  | { readonly kind: 'torn' }
  /** Half of the answer, announced as if that were all. */
  | { readonly kind: 'short' }
  /** Every ETag of the answer is this one; null: none at all. */
  | { readonly kind: 'etag'; readonly etag: string | null }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Cut before anything reaches the server. */
  | { readonly kind: 'cut' }
  /** Half of the upload reaches the server, then both lines are cut. */
  | { readonly kind: 'dies-during-upload' }
  /** As above, and the server keeps the half as if it were the file. */
  | { readonly kind: 'keeps-half' }
  /** The server keeps half of the upload; the line stays open until `release`. */
  | { readonly kind: 'hold-half' }
  /** The server has done it, but nobody hears. */
  | { readonly kind: 'dies-after' }
  /** Waits until `release`; the server is asked then, if anybody still listens. */
  | { readonly kind: 'hold' }
  /** The server does it at once; the answer waits until `release`. */
  | { readonly kind: 'hold-answer' };

export interface FaultPlace {
  readonly method: string;
  readonly times?: number;
  readonly skip?: number;
  /** Only once a request of this method has come by. */
  readonly after?: string;
}

export interface FaultyProxy {
  /** The server's address, by way of the proxy. */
  readonly address: string;
  /** `METHOD path`, in order of arrival; `bytes` count the bodies both ways. */
  readonly seen: { method: string; path: string; bytes: number }[];
  /** All bytes that went between client and proxy so far, headers and all, as of the last answers. */
  wire(): number;
  /** From now on, for `times` requests after the first `skip`; replaces what was injected before. */
  inject(fault: Fault, on: FaultPlace): void;
  /** Resolves when a request is held. */
  held(): Promise<void>;
  /** Lets what is held go on, and injects nothing any more. */
  release(): void;
  stop(): Promise<void>;
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const { hostname, port, pathname } = new URL(target);
  const seen: FaultyProxy['seen'] = [];
  let active: { fault: Fault; method: string; times: number; skip: number; after: string | null } | null = null;
  let letGo: (() => void)[] = [];
  let isHeld = false;
  let onHeld: (() => void)[] = [];

  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    const record = { method, path: url, bytes: 0 };
    seen.push(record);
    const fault = due(method);
    const body: Buffer[] = [];
    incoming.on('error', () => {});
    outgoing.on('error', () => {});
    try {
      for await (const part of incoming) body.push(part as Buffer);
    } catch {
      return; // The browser was killed while it sent.
    }
    const whole = Buffer.concat(body);
    record.bytes += whole.length;
    await answer(fault, incoming, outgoing, whole, record);
  });
  const sockets = new Set<Socket>();
  let closedBytes = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      closedBytes += socket.bytesRead + socket.bytesWritten;
    });
  });
  server.on('clientError', (_, socket) => socket.destroy());

  async function hold(): Promise<void> {
    isHeld = true;
    for (const resolve of onHeld.splice(0)) resolve();
    await new Promise<void>((resolve) => letGo.push(resolve));
  }

  function due(method: string): Fault | null {
    if (active?.after) {
      if (active.after === method) active.after = null;
      return null;
    }
    if (!active || (active.method !== '*' && active.method !== method)) return null;
    if (active.skip > 0) {
      active.skip--;
      return null;
    }
    if (active.times <= 0) return null;
    active.times--;
    return active.fault;
  }

  async function answer(
    fault: Fault | null,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    body: Buffer,
    record: { bytes: number },
  ): Promise<void> {
    const cut = () => outgoing.socket?.destroy();
    switch (fault?.kind) {
      case 'status':
        outgoing.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>An error of the test</h1>');
        return;
      case 'html':
        outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>Welcome');
        return;
      case 'cut':
        cut();
        return;
      case 'dies-during-upload':
        await upload(incoming, body.subarray(0, body.length >> 1), body.length).catch(() => {});
        cut();
        return;
      case 'keeps-half':
      case 'hold-half':
        await forward(incoming, body.subarray(0, body.length >> 1));
        if (fault.kind === 'hold-half') await hold();
        cut();
        return;
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        break;
      case 'hold':
        await hold();
        break;
    }
    if (outgoing.destroyed || outgoing.socket?.destroyed) return;
    const given = await forward(incoming, body).catch(() => null);
    if (!given || fault?.kind === 'dies-after') return void cut();
    if (fault?.kind === 'hold-answer') await hold();
    record.bytes += given.body.length;
    const { 'transfer-encoding': _, connection: __, ...headers } = given.headers;
    if (fault?.kind === 'etag') {
      given.body = Buffer.from(
        given.body.toString('latin1').replace(/(getetag>)[^<]*/gi, `$1${fault.etag ?? ''}`),
        'latin1',
      );
      if (fault.etag === null) delete headers.etag;
      else headers.etag = fault.etag;
    }
    const half = given.body.subarray(0, given.body.length >> 1);
    const announced = fault?.kind === 'short' ? half : given.body;
    outgoing.writeHead(given.status, { ...headers, 'content-length': announced.length });
    if (fault?.kind === 'torn') outgoing.write(half, () => setTimeout(cut, 20));
    else outgoing.end(announced);
  }

  interface Given {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    body: Buffer;
  }

  function forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Given> {
    return new Promise((resolve, reject) => {
      const onward = { ...headers, 'content-length': String(body.length), host: `${hostname}:${port}` };
      delete (onward as Record<string, unknown>)['transfer-encoding'];
      const asked = request({ hostname, port, method, path: url, headers: onward }, async (response) => {
        const parts: Buffer[] = [];
        response.on('error', reject);
        for await (const part of response) parts.push(part as Buffer);
        resolve({ status: response.statusCode ?? 502, headers: response.headers, body: Buffer.concat(parts) });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** Announces more than it sends, and hangs up. */
  function upload({ method, url, headers }: IncomingMessage, part: Buffer, announced: number): Promise<void> {
    return new Promise((resolve) => {
      const onward = { ...headers, 'content-length': String(announced), host: `${hostname}:${port}` };
      const asked = request({ hostname, port, method, path: url, headers: onward });
      asked.on('error', () => resolve());
      asked.write(part, () => setTimeout(() => asked.destroy(), 50));
      asked.on('close', () => resolve());
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    seen,
    wire: () => [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, closedBytes),
    inject(fault, { method, times = Number.POSITIVE_INFINITY, skip = 0, after }) {
      isHeld = false;
      active = { fault, method, times, skip, after: after ?? null };
    },
    held: () => (isHeld ? Promise.resolve() : new Promise((resolve) => onHeld.push(resolve))),
    release() {
      active = null;
      isHeld = false;
      onHeld = [];
      for (const resolve of letGo) resolve();
      letGo = [];
    },
    stop() {
      for (const resolve of letGo) resolve();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
