/**
 * Asks one MediaWiki for introductions, politely: titles gathered into requests of up to 20, at most 3 requests under way,
 * one request for a title however many want it, one retry of a server's failure, silence for as long as the wiki says.
 *
 *   ask(title) ── under way? ──► the same promise
 *        │ no
 *        ▼
 *   basket (one turn) ──► queue (3) ──► fetch ──► 200 ──► readAnswer ──► article | null
 *                                        │ 429, 503, "ratelimited" ──► paused until Retry-After, or back-off ×2
 *                                        │ 5xx ──► once more ──► server-error
 *                                        └ no answer ──► offline | time-out
 */
import PQueue from 'p-queue';
import type { ArticleContent } from '../../database';
import type { PauseMemory } from '../pause-memory';
import type { RequestLog } from '../request-log';
import { type ReadAnswer, readAnswer } from './read-answer';
import { letGo, readBody } from './read-body';
import { isTitle, requestAddress, TITLES_A_REQUEST } from './request-address';
import { SourceError } from './source-error';

const IN_FLIGHT = 3;
const TIME_OUT_MS = 10_000;
/** Names asked within this time of each other share a request. */
const BASKET_MS = 30;
const RETRY_MS = 500;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Twenty introductions are about 100 kB. */
const ANSWER_BYTES = 2_000_000;

export interface MediaWikiClient {
  /** Resolves to null where the wiki has no article of its own for the title. Rejects with SourceError. */
  ask(title: string, remember: boolean): Promise<ArticleContent | null>;
}

export interface ClientParts {
  readonly api: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly log: RequestLog;
  readonly pause: PauseMemory;
  readonly wait?: (ms: number) => Promise<void>;
  readonly timeOutMs?: number;
}

interface Wanted {
  readonly title: string;
  readonly remember: boolean;
  readonly resolve: (answer: ArticleContent | null) => void;
  readonly reject: (error: SourceError) => void;
}

export function createMediaWikiClient(parts: ClientParts): MediaWikiClient {
  const { api, now, log, timeOutMs = TIME_OUT_MS } = parts;
  const wait = parts.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const queue = new PQueue({ concurrency: IN_FLIGHT });
  const underWay = new Map<string, Promise<ArticleContent | null>>();
  let basket: Wanted[] = [];
  let pauseMs = FIRST_PAUSE_MS;

  function ask(title: string, remember: boolean): Promise<ArticleContent | null> {
    if (!isTitle(title)) return Promise.resolve(null);
    const running = underWay.get(title);
    if (running) return running;
    const answer = new Promise<ArticleContent | null>((resolve, reject) => {
      basket.push({ title, remember, resolve, reject });
      if (basket.length === 1) void wait(BASKET_MS).then(empty);
      else if (basket.length >= TITLES_A_REQUEST) empty();
    }).finally(() => underWay.delete(title));
    underWay.set(title, answer);
    return answer;
  }

  function empty(): void {
    const wanted = basket;
    basket = [];
    for (let at = 0; at < wanted.length; at += TITLES_A_REQUEST) {
      void queue.add(() => serve(wanted.slice(at, at + TITLES_A_REQUEST)));
    }
  }

  async function serve(wanted: readonly Wanted[]): Promise<void> {
    try {
      let open = wanted;
      // A wiki may answer for some titles only and ask to be called again for the rest.
      while (open.length > 0) {
        const answer = await request(open);
        const rest = open.filter(({ title }) => !answer.has(title));
        for (const { title, resolve } of open) if (answer.has(title)) resolve(answer.get(title) ?? null);
        if (rest.length === open.length) throw new SourceError('bad-answer', 'asked titles are not in the answer');
        open = rest;
      }
    } catch (error) {
      const cause = error instanceof SourceError ? error : new SourceError('bad-answer', String(error));
      for (const { reject } of wanted) reject(cause);
    }
  }

  async function request(wanted: readonly Wanted[]): Promise<ReadAnswer> {
    try {
      return await requestOnce(wanted);
    } catch (error) {
      if (!(error instanceof SourceError) || error.problem !== 'server-error') throw error;
      await wait(RETRY_MS);
      return await requestOnce(wanted);
    }
  }

  async function requestOnce(wanted: readonly Wanted[]): Promise<ReadAnswer> {
    const pausedUntil = await parts.pause.until(api);
    if (now() < pausedUntil) throw new SourceError('busy', 'the wiki asked for a pause', pausedUntil);
    const titles = wanted.map(({ title }) => title);
    const began = now();
    let outcome = 'answered';
    let bytes = 0;
    try {
      const signal = AbortSignal.timeout(timeOutMs);
      const response = await send(titles, signal);
      if (!response.ok) letGo(response);
      if (response.status === 429 || response.status === 503) throw await pause(response.headers.get('retry-after'));
      if (response.status >= 500) throw new SourceError('server-error', `status ${response.status}`);
      if (!response.ok) throw new SourceError('refused', `status ${response.status}`);
      const body = await readBody(response, ANSWER_BYTES, signal).catch((error: unknown) => {
        throw error instanceof SourceError ? error : networkError(error);
      });
      bytes = body.bytes;
      const answer = readAnswer(body.text, titles, api);
      pauseMs = FIRST_PAUSE_MS;
      return answer;
    } catch (error) {
      const cause = error instanceof SourceError ? error : new SourceError('offline', String(error));
      outcome = cause.problem;
      throw cause.problem === 'busy' && cause.retryAt === null ? await pause(null) : cause;
    } finally {
      // What was asked from a private window leaves no trace on the device.
      const kept = wanted.filter(({ remember }) => remember).map(({ title }) => title);
      if (kept.length > 0) {
        void log.add({
          at: began,
          host: new URL(api).host,
          titles: kept,
          outcome,
          bytes,
          ms: now() - began,
        });
      }
    }
  }

  async function send(titles: readonly string[], signal: AbortSignal): Promise<Response> {
    try {
      return await parts.fetch(requestAddress(api, titles), {
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

  return { ask };
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
