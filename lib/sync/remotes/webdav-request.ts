/** One exchange with a WebDAV server, and every way in which it can fail as a SyncError. */

import type { WebDavAccess } from '../../remote-kinds';
import { SyncError } from '../sync-error';
import { createPatience, type Patience } from './patience';
import { createLogin } from './webdav-login';
import { type AskWhere, isRedirect, redirectTarget } from './webdav-redirect';
import { troubleOfStatus } from './webdav-status';

/** A server that says nothing for so long will say nothing more. */
const SILENCE_MS = 30_000;
/** An upload cannot be watched; it is given the time that it takes at 64 kbit/s. */
const SLOWEST_UPLOAD_BYTES_PER_MS = 8;
/** Our files are around a megabyte; whatever is much larger is not one. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const MOST_REDIRECTS = 4;

export interface WebDavPorts {
  /** Milliseconds without a sign from the server. */
  readonly silence?: number;
  /** False only when the browser knows that there is no network. */
  readonly online?: () => boolean;
  /** May this extension reach the server? Asked when a request was not even answered. */
  readonly permitted?: (address: string) => Promise<boolean>;
  /** Pages can find out where a redirect leads. */
  readonly askWhere?: AskWhere;
}

export interface WebDavQuestion {
  readonly method: 'PROPFIND' | 'GET' | 'PUT' | 'DELETE' | 'MKCOL';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
  /** Statuses that are an answer to this question, besides success. */
  readonly expected?: readonly number[];
  /** False: being sent elsewhere is no answer. */
  readonly follow?: boolean;
}

export interface WebDavAnswer {
  /** Another one than was asked where the server sent us on. */
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
    // What a server says besides is for people, and not always readable.
    await response.body?.cancel().catch(() => {});
    if (!response.ok && !expected.includes(status))
      throw new SyncError(troubleOfStatus(status), `${method}: ${status}`);
    return { ...answer, bytes: new Uint8Array() };
  }

  /** The answer of where the server sends us at last, asked the very same. */
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
        throw new SyncError('server', `${method}: the server sends elsewhere; its address is another`);
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
    // An address that the browser cannot even judge is not forbidden.
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

const nobodyKnows: AskWhere = async () => null;

const browserIsOnline = (): boolean => globalThis.navigator?.onLine !== false;

/** Never the message as a whole: engines put the address into it. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
