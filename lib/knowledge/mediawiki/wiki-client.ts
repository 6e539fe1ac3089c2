/**
 * Asks one wiki, politely: at most 3 requests under way, one retry of a server's failure, silence for as long as the wiki
 * says, a line in the log for each request.
 *
 *   ask ──► queue (3) ──► fetch ──► 200 ──► JSON ──► "error"? ──► answer
 *                          │ 429, 503, "ratelimited", "maxlag" ──► paused until Retry-After, or back-off ×2
 *                          │ 5xx ──► once more ──► server-error
 *                          └ no answer ──► offline | time-out
 */
import PQueue from 'p-queue';
import * as v from 'valibot';
import type { PauseMemory } from '../pause-memory';
import type { RequestLog } from '../request-log';
import { letGo, readBody } from './read-body';
import { SourceError } from './source-error';

const IN_FLIGHT = 3;
const TIME_OUT_MS = 10_000;
const RETRY_MS = 500;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

export interface WikiQuestion<Answer> {
  /** What is added to the address of the API, beside the format. */
  readonly query: Readonly<Record<string, string>>;
  /** Names, for the log that the reader sees; where there are none nothing is kept. */
  readonly names: readonly string[];
  /** Of the body, unpacked. */
  readonly limitBytes: number;
  /** The reader's "stop". */
  readonly signal?: AbortSignal | undefined;
  /** Takes the JSON; what it throws is a bad answer, and stands as such in the log. */
  readonly read: (json: unknown) => Answer;
}

export interface WikiClient {
  readonly api: string;
  /** Rejects with SourceError, or with the reason of the signal. */
  ask<Answer>(question: WikiQuestion<Answer>): Promise<Answer>;
}

export interface WikiClientParts {
  readonly api: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly log: RequestLog;
  readonly pause: PauseMemory;
  readonly wait?: (ms: number) => Promise<void>;
  readonly timeOutMs?: number;
}

const Refused = v.object({ error: v.object({ code: v.string(), info: v.optional(v.string(), '') }) });
/** Said with status 200: the wiki has too much to do, or is asked too often. */
const BUSY = new Set(['maxlag', 'ratelimited']);

export function createWikiClient(parts: WikiClientParts): WikiClient {
  const { api, now, log, timeOutMs = TIME_OUT_MS } = parts;
  const wait = parts.wait ?? pauseFor;
  const queue = new PQueue({ concurrency: IN_FLIGHT });
  let pauseMs = FIRST_PAUSE_MS;

  async function request<Answer>(question: WikiQuestion<Answer>): Promise<Answer> {
    try {
      return await requestOnce(question);
    } catch (error) {
      if (!(error instanceof SourceError) || error.problem !== 'server-error') throw error;
      await wait(RETRY_MS);
      return await requestOnce(question);
    }
  }

  async function requestOnce<Answer>({ query, names, limitBytes, signal: stop, read }: WikiQuestion<Answer>) {
    const pausedUntil = await parts.pause.until(api);
    stop?.throwIfAborted();
    if (now() < pausedUntil) throw new SourceError('busy', 'the wiki asked for a pause', pausedUntil);
    const began = now();
    let outcome = 'answered';
    let bytes = 0;
    try {
      const late = AbortSignal.timeout(timeOutMs);
      const signal = stop ? AbortSignal.any([late, stop]) : late;
      const response = await send(query, signal);
      if (!response.ok) letGo(response);
      const retryAfter = response.headers.get('retry-after');
      if (response.status === 429 || response.status === 503) throw await pause(retryAfter);
      if (response.status >= 500) throw new SourceError('server-error', `status ${response.status}`);
      if (!response.ok) throw new SourceError('refused', `status ${response.status}`);
      const body = await readBody(response, limitBytes, signal).catch((error: unknown) => {
        throw error instanceof SourceError ? error : networkError(error);
      });
      bytes = body.bytes;
      const json = parse(body.text);
      if (v.is(Refused, json)) {
        const { code, info = '' } = json.error;
        if (BUSY.has(code)) throw await pause(retryAfter);
        throw new SourceError('refused', `${code}: ${info}`.slice(0, 200));
      }
      const answer = readSafely(read, json);
      pauseMs = FIRST_PAUSE_MS;
      return answer;
    } catch (error) {
      if (stop?.aborted) {
        outcome = 'cancelled';
        throw stop.reason;
      }
      const cause = error instanceof SourceError ? error : new SourceError('offline', String(error));
      outcome = cause.problem;
      throw cause;
    } finally {
      if (names.length > 0) {
        void log.add({ at: began, host: new URL(api).host, titles: [...names], outcome, bytes, ms: now() - began });
      }
    }
  }

  async function send(query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
    try {
      return await parts.fetch(addressOf(api, query), {
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        headers: { 'Api-User-Agent': 'Backstory (browser extension)' },
      });
    } catch (error) {
      throw networkError(error);
    }
  }

  async function pause(retryAfter: string | null): Promise<SourceError> {
    const told = retryAfterMs(retryAfter, now());
    const until = now() + Math.min(told ?? pauseMs, LONGEST_PAUSE_MS);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    await parts.pause.remember(api, until);
    return new SourceError('busy', 'the wiki asked for a pause', until);
  }

  return {
    api,
    async ask(question) {
      const { signal } = question;
      signal?.throwIfAborted();
      return await queue.add(() => request(question), signal ? { signal } : {});
    },
  };
}

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Anonymous cross-origin reading: no cookies go out, and no host permission is needed. */
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

function readSafely<Answer>(read: (json: unknown) => Answer, json: unknown): Answer {
  try {
    return read(json);
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError('bad-answer', String(error).slice(0, 200));
  }
}

function networkError(error: unknown): SourceError {
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return new SourceError(timedOut ? 'time-out' : 'offline', String(error));
}

/** `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
