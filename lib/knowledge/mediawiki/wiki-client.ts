/**
 * Asks one wiki, or the host that has its files, politely: one request at a time, one retry of a server's failure,
 * silence for as long as it says, a line in the log for each request.
 *
 *   ask ──► queue (1) ──► fetch ──► 200 ──► JSON ──► "error"? ──► answer
 *                          │ 429, 503, "ratelimited", "maxlag" ──► paused until Retry-After, or back-off ×2
 *                          │ 5xx ──► once more ──► server-error
 *                          └ no answer ──► offline | time-out
 */
import PQueue from 'p-queue';
import * as v from 'valibot';
import type { PauseMemory } from '../pause-memory';
import type { RequestLog } from '../request-log';
import { letGo, readBody, readFileBody } from './read-body';
import { SourceError } from './source-error';

/** In series, as the etiquette of Wikimedia's API asks: https://www.mediawiki.org/wiki/API:Etiquette. */
const IN_FLIGHT = 1;
const TIME_OUT_MS = 10_000;
const RETRY_MS = 500;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

interface Question<Answer, Body> {
  /** Names for the log that the reader sees; if empty, nothing is logged. */
  readonly names: readonly string[];
  /** Limit for the unpacked body. */
  readonly limitBytes: number;
  /** The reader's "stop". */
  readonly signal?: AbortSignal | undefined;
  /** Parses the answer; anything it throws is a bad answer and logged as one. */
  readonly read: (body: Body) => Answer;
}

export interface WikiQuestion<Answer> extends Question<Answer, unknown> {
  /** Added to the API's address, besides the format. */
  readonly query: Readonly<Record<string, string>>;
}

export interface FileQuestion<Answer> extends Question<Answer, Uint8Array> {
  /** Must be on the client's own host. */
  readonly address: string;
}

export interface WikiClient {
  readonly api: string;
  /** Rejects with SourceError, or with the signal's reason. */
  ask<Answer>(question: WikiQuestion<Answer>): Promise<Answer>;
  /** The bytes of a file; rejects as above. */
  load<Answer>(question: FileQuestion<Answer>): Promise<Answer>;
}

export interface WikiClientParts {
  readonly api: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly log: RequestLog;
  readonly pause: PauseMemory;
  /** Does the extension have permission for the host? */
  readonly granted?: () => Promise<boolean>;
  readonly wait?: (ms: number) => Promise<void>;
  readonly timeOutMs?: number;
}

/**
 * Identifies us where that is free. Without host permission the browser would first ask, for each request, whether the
 * header is allowed, doubling the work for reader and wiki. Wikimedia encourages the header but does not require it of
 * browsers: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy.
 */
const NAMED = { 'Api-User-Agent': 'Backstory (browser extension)' };

const Refused = v.object({ error: v.object({ code: v.string(), info: v.optional(v.string(), '') }) });
/** Sent with status 200: the wiki is overloaded or asked too often. */
const BUSY = new Set(['maxlag', 'ratelimited']);

export function createWikiClient(parts: WikiClientParts): WikiClient {
  const { api, now, log, timeOutMs = TIME_OUT_MS } = parts;
  const wait = parts.wait ?? pauseFor;
  const queue = new PQueue({ concurrency: IN_FLIGHT });
  let pauseMs = FIRST_PAUSE_MS;

  async function request<Answer>(errand: Errand<Answer>): Promise<Answer> {
    try {
      return await requestOnce(errand);
    } catch (error) {
      if (!(error instanceof SourceError) || error.problem !== 'server-error') throw error;
      await wait(RETRY_MS);
      return await requestOnce(errand);
    }
  }

  async function requestOnce<Answer>({ names, signal: stop, send, take }: Errand<Answer>) {
    const pausedUntil = await parts.pause.until(api);
    stop?.throwIfAborted();
    if (now() < pausedUntil) throw new SourceError('busy', 'the wiki asked for a pause', pausedUntil);
    const began = now();
    let outcome = 'answered';
    let bytes = 0;
    try {
      const late = AbortSignal.timeout(timeOutMs);
      const signal = stop ? AbortSignal.any([late, stop]) : late;
      const response = await send(signal);
      if (!response.ok) letGo(response);
      if (response.status === 429 || response.status === 503) throw await pause(response);
      if (response.status >= 500) throw new SourceError('server-error', `status ${response.status}`);
      if (!response.ok) throw new SourceError('refused', `status ${response.status}`);
      const answer = await take(response, signal, (length) => {
        bytes = length;
      });
      pauseMs = FIRST_PAUSE_MS;
      return answer;
    } catch (error) {
      if (stop?.aborted) {
        outcome = 'cancelled';
        throw stop.reason;
      }
      const cause = error instanceof SourceError ? error : networkError(error);
      outcome = cause.problem;
      throw cause;
    } finally {
      if (names.length > 0) {
        void log.add({ at: began, host: new URL(api).host, titles: [...names], outcome, bytes, ms: now() - began });
      }
    }
  }

  const send = (address: string, signal: AbortSignal, headers: Readonly<Record<string, string>> = {}) =>
    parts.fetch(address, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      headers,
    });

  async function pause(response: Response): Promise<SourceError> {
    const told = retryAfterMs(response.headers.get('retry-after'), now());
    const until = now() + Math.min(told ?? pauseMs, LONGEST_PAUSE_MS);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    await parts.pause.remember(api, until);
    return new SourceError('busy', 'the wiki asked for a pause', until);
  }

  async function queued<Answer>(errand: Errand<Answer>): Promise<Answer> {
    const { signal } = errand;
    signal?.throwIfAborted();
    return await queue.add(() => request(errand), signal ? { signal } : {});
  }

  return {
    api,
    ask: ({ query, names, limitBytes, signal: stop, read }) =>
      queued({
        names,
        signal: stop,
        send: async (signal) => send(addressOf(api, query), signal, (await parts.granted?.()) ? NAMED : {}),
        async take(response, signal, told) {
          const body = await readBody(response, limitBytes, signal);
          told(body.bytes);
          const json = parse(body.text);
          if (v.is(Refused, json)) {
            const { code, info = '' } = json.error;
            if (BUSY.has(code)) throw await pause(response);
            throw new SourceError('refused', `${code}: ${info}`.slice(0, 200));
          }
          return readSafely(read, json);
        },
      }),
    load: ({ address, names, limitBytes, signal: stop, read }) =>
      queued({
        names,
        signal: stop,
        async send(signal) {
          if (!isOf(api, address)) throw new SourceError('bad-answer', 'the file is on another host');
          return send(address, signal);
        },
        async take(response, signal, told) {
          const body = await readFileBody(response, limitBytes, signal);
          told(body.length);
          return readSafely(read, body);
        },
      }),
  };
}

interface Errand<Answer> {
  readonly names: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly send: (signal: AbortSignal) => Promise<Response>;
  readonly take: (response: Response, signal: AbortSignal, told: (bytes: number) => void) => Promise<Answer>;
}

/** Same scheme, host and port, and without credentials. */
function isOf(api: string, address: string): boolean {
  const { origin } = new URL(api);
  const there = URL.canParse(address) ? new URL(address) : null;
  return there?.origin === origin && there.username === '' && there.password === '';
}

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Anonymous cross-origin reading: no cookies are sent, and no host permission is needed. */
function addressOf(api: string, query: Readonly<Record<string, string>>): string {
  const address = new URL(api);
  for (const [name, value] of Object.entries({ ...query, format: 'json', origin: '*' }))
    address.searchParams.set(name, value);
  return address.href;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SourceError('bad-answer', 'the answer is not JSON');
  }
}

function readSafely<Answer, Body>(read: (body: Body) => Answer, body: Body): Answer {
  try {
    return read(body);
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError('bad-answer', String(error).slice(0, 200));
  }
}

function networkError(error: unknown): SourceError {
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return new SourceError(timedOut ? 'time-out' : 'offline', String(error));
}

/** `Retry-After` is in seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
