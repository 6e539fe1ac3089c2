/**
 * One exchange with a WebDAV server, and every way in which it can fail as a SyncError.
 *
 * What is sent along is under our hands alone: the name and password of this remote, no cookie and no saved login of the
 * browser, nothing out of its cache, and never on to where a redirect points.
 */
import { AuthType, createClient, getPatcher } from 'webdav/web';
import { SyncError } from '../sync-error';
import { createPatience, type Patience } from './patience';
import type { WebDavAccess } from './webdav-access';
import { troubleOfStatus } from './webdav-status';

/** A server that says nothing for so long will say nothing more. */
const SILENCE_MS = 30_000;
/** An upload cannot be watched; it is given the time that it takes at 64 kbit/s. */
const SLOWEST_UPLOAD_BYTES_PER_MS = 8;
/** Our files are around a megabyte; whatever is much larger is not one. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

export interface WebDavPorts {
  /** Milliseconds without a sign from the server. */
  readonly silence?: number;
  /** False only when the browser knows that there is no network. */
  readonly online?: () => boolean;
  /** May this extension reach the server? Asked when a request was not even answered. */
  readonly permitted?: (address: string) => Promise<boolean>;
}

export interface WebDavQuestion {
  readonly method: 'PROPFIND' | 'GET' | 'PUT' | 'DELETE' | 'MKCOL';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
  /** Statuses that are an answer to this question, besides success. */
  readonly expected?: readonly number[];
}

export interface WebDavAnswer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type WebDavRequest = (question: WebDavQuestion) => Promise<WebDavAnswer>;

export function createWebDavRequest(
  { address, user, password }: Pick<WebDavAccess, 'address' | 'user' | 'password'>,
  { silence = SILENCE_MS, online = browserIsOnline, permitted = async () => true }: WebDavPorts = {},
): WebDavRequest {
  takeFetch();
  const client = createAuthorised(address, user, password);

  async function exchange(question: WebDavQuestion, patience: Patience): Promise<WebDavAnswer> {
    const { method, url, headers = {}, body } = question;
    patience.renew(body === undefined ? 0 : body.length / SLOWEST_UPLOAD_BYTES_PER_MS);
    const response = (await client.customRequest('', {
      method,
      url,
      headers: { ...headers },
      signal: patience.signal,
      // The client writes whatever is neither text nor an ArrayBuffer as JSON.
      ...(body !== undefined && { data: typeof body === 'string' ? body : body.slice().buffer }),
    })) as unknown as Response;
    patience.renew();
    const { status, type } = response;
    if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      throw new SyncError('server', `${method}: the server sends elsewhere; its address is another`);
    }
    // The client hands back a refusal that may be a question for a digest.
    if (status >= 400) throw refusal(status);
    const answer = { status, type: response.headers.get('content-type') ?? '' };
    if (method === 'GET' || method === 'PROPFIND') return { ...answer, bytes: await readAll(response.body, patience) };
    // What a server says besides is for people, and not always readable.
    await response.body?.cancel().catch(() => {});
    return { ...answer, bytes: new Uint8Array() };
  }

  return async (question) => {
    const { method, url, signal, expected = [] } = question;
    if (signal.aborted) throw new SyncError('cancelled');
    const patience = createPatience(signal, silence);
    try {
      return await exchange(question, patience);
    } catch (cause) {
      if (signal.aborted) throw new SyncError('cancelled', '', { cause });
      if (cause instanceof SyncError) throw cause;
      if (patience.over()) throw new SyncError('timeout', `${method}: no answer in time`, { cause });
      const status = statusOf(cause);
      if (status === null) throw await withoutAnswer(method, url, cause);
      if (expected.includes(status)) return { status, type: '', bytes: new Uint8Array() };
      throw new SyncError(troubleOfStatus(status), `${method}: ${status}`, { cause });
    } finally {
      patience.end();
    }
  };

  async function withoutAnswer(method: string, url: string, cause: unknown): Promise<SyncError> {
    if (!(cause instanceof TypeError)) return new SyncError('failed', `${method}: ${nameOf(cause)}`, { cause });
    if (!online()) return new SyncError('offline', '', { cause });
    // An address that the browser cannot even judge is not forbidden.
    if (!(await permitted(url).catch(() => true))) return new SyncError('permission', new URL(url).host, { cause });
    return new SyncError('unreachable', `${method}: ${nameOf(cause.cause ?? cause)}`, { cause });
  }
}

/** The client's own fetch would take cookies, the browser's cache and redirects. */
function takeFetch(): void {
  const carefully = (url: string, init: RequestInit) =>
    fetch(url, { ...init, credentials: 'omit', redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer' });
  getPatcher().patch('fetch', carefully as Parameters<ReturnType<typeof getPatcher>['patch']>[1]);
}

/** Basic at once, and a digest where the server asks for one. */
function createAuthorised(address: string, user: string, password: string) {
  if (user === '' && password === '') return createClient(address, { authType: AuthType.None });
  const Authorization = `Basic ${base64(`${user}:${password}`)}`;
  // Its own Basic header knows only Latin letters. Digests, from before UTF-8 was agreed upon, are for those alone too.
  const latin = /^[\x20-\xff]*$/.test(user + password);
  const client = latin
    ? createClient(address, { authType: AuthType.Auto, username: user, password })
    : createClient(address, { authType: AuthType.None });
  client.setHeaders({ ...client.getHeaders(), Authorization });
  return client;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

async function readAll(body: ReadableStream<Uint8Array> | null, patience: Patience): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    patience.renew();
    parts.push(part);
    length += part.length;
    if (length > LARGEST_ANSWER) throw new SyncError('server', 'the answer has no end');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const browserIsOnline = (): boolean => globalThis.navigator?.onLine !== false;

const refusal = (status: number) => Object.assign(new Error(String(status)), { status });

function statusOf(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' ? status : null;
}

/** Never the message as a whole: engines put the address into it. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
