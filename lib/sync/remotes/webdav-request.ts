/** One request to a WebDAV server, with every way of failing as a SyncError. */

import type { WebDavAccess } from '../../remote-kinds';
import { SyncError } from '../sync-error';
import { createPatience, type Patience } from './patience';
import { createLogin } from './webdav-login';
import { type AskWhere, isRedirect, redirectTarget } from './webdav-redirect';
import { troubleOfStatus } from './webdav-status';

/** After this long a silent server will not answer any more. */
const SILENCE_MS = 30_000;
/** Uploads report no progress; they get the time they would take at 64 kbit/s. */
const SLOWEST_UPLOAD_BYTES_PER_MS = 8;
/** Our files are around a megabyte; anything much larger is not ours. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const MOST_REDIRECTS = 4;

export interface WebDavPorts {
  /** Milliseconds without a sign from the server. */
  readonly silence?: number;
  /** False only if the browser knows that there is no network. */
  readonly online?: () => boolean;
  /** May this extension reach the server? Asked if a request got no response at all. */
  readonly permitted?: (address: string) => Promise<boolean>;
  /** Only pages can find out where a redirect leads. */
  readonly askWhere?: AskWhere;
}

export interface WebDavQuestion {
  readonly method: 'PROPFIND' | 'GET' | 'PUT' | 'DELETE' | 'MKCOL';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
  /** Statuses to return rather than throw, besides success. */
  readonly expected?: readonly number[];
  /** False: a redirect is not an answer. */
  readonly follow?: boolean;
}

export interface WebDavAnswer {
  /** Differs from the request's after a redirect. */
  readonly url: string;
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type WebDavRequest = (question: WebDavQuestion) => Promise<WebDavAnswer>;

export function createWebDavRequest(
  { user, password }: Pick<WebDavAccess, 'user' | 'password'>,
  {
    silence = SILENCE_MS,
    online = browserIsOnline,
    permitted = async () => true,
    askWhere = nobodyKnows,
  }: WebDavPorts = {},
): WebDavRequest {
  const send = createLogin({ user, password });

  async function exchange(question: WebDavQuestion, patience: Patience): Promise<WebDavAnswer> {
    const { method, expected = [] } = question;
    const { response, url } = await followed(question, patience);
    const { status } = response;
    const answer = { url, status, type: response.headers.get('content-type') ?? '' };
    if (response.ok && (method === 'GET' || method === 'PROPFIND')) {
      return { ...answer, bytes: await readAll(response.body, patience) };
    }
    // A server's error text is for people, and not always readable.
    await response.body?.cancel().catch(() => {});
    if (!response.ok && !expected.includes(status))
      throw new SyncError(troubleOfStatus(status), `${method}: ${status}`);
    return { ...answer, bytes: new Uint8Array() };
  }

  /** Follows redirects, repeating the same request, and returns the final response. */
  async function followed(question: WebDavQuestion, patience: Patience): Promise<{ response: Response; url: string }> {
    const { method, headers = {}, body, follow = true } = question;
    let { url } = question;
    for (let redirects = 0; ; redirects++) {
      patience.renew(body === undefined ? 0 : body.length / SLOWEST_UPLOAD_BYTES_PER_MS);
      const response = await send({
        method,
        url,
        headers,
        ...(body !== undefined && { body }),
        signal: patience.signal,
      });
      patience.renew();
      if (!isRedirect(response)) return { response, url };
      await response.body?.cancel().catch(() => {});
      const may = follow && redirects < MOST_REDIRECTS;
      const target = may ? await redirectTarget(response, url, askWhere, patience.signal) : null;
      if (target === null)
        throw new SyncError('server', `${method}: the server redirects to another address; use that one`);
      url = target;
    }
  }

  return async (question) => {
    const { method, url, signal } = question;
    if (signal.aborted) throw new SyncError('cancelled');
    const patience = createPatience(signal, silence);
    try {
      return await exchange(question, patience);
    } catch (cause) {
      if (signal.aborted) throw new SyncError('cancelled', '', { cause });
      if (cause instanceof SyncError) throw cause;
      if (patience.over()) throw new SyncError('timeout', `${method}: no answer in time`, { cause });
      throw await withoutAnswer(method, url, cause);
    } finally {
      patience.end();
    }
  };

  async function withoutAnswer(method: string, url: string, cause: unknown): Promise<SyncError> {
    if (!(cause instanceof TypeError)) return new SyncError('failed', `${method}: ${nameOf(cause)}`, { cause });
    if (!online()) return new SyncError('offline', '', { cause });
    // If the browser cannot even judge the address, it is not forbidden.
    if (!(await permitted(url).catch(() => true))) return new SyncError('permission', new URL(url).host, { cause });
    return new SyncError('unreachable', `${method}: ${nameOf(cause.cause ?? cause)}`, { cause });
  }
}

async function readAll(body: ReadableStream<Uint8Array> | null, patience: Patience): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    patience.renew();
    parts.push(part);
    length += part.length;
    if (length > LARGEST_ANSWER) throw new SyncError('server', 'the answer is too long');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const nobodyKnows: AskWhere = async () => null;

const browserIsOnline = (): boolean => globalThis.navigator?.onLine !== false;

/** Never the whole message: engines include the address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
