/**
 * Fetches a pack from one server: a plain GET without cookies, login, referrer or cache. Redirects are followed only
 * within that server. Every request is logged before it is sent.
 */
import { LARGEST_PACK, PackError } from '../pack';
import { InstallError } from './install-error';
import { readPackStream } from './read-pack-stream';
import type { RequestLog } from './request-log';

/** A server silent for this long has stopped answering. */
const SILENCE_MS = 30_000;
const CAREFULLY = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;

export interface FetchPackParts {
  readonly fetch: typeof fetch;
  /**
   * Repeats a redirected request in a way that can reach no other server; rejects if it would. Browsers do not reveal
   * where an unfollowed redirect leads. `done`: the answer has been read.
   */
  readonly followWithin: (
    address: string,
    wishes: RequestInit,
  ) => Promise<{ readonly response: Response; readonly done: () => void }>;
  readonly log: RequestLog;
  readonly now: () => number;
  readonly silenceMs?: number;
}

export interface FetchPackWatch {
  readonly told: (loaded: number, total: number | null) => void;
  readonly signal: AbortSignal;
}

/** Rejects with an InstallError, or with the PackError for what came instead of a pack. */
export async function fetchPack(
  address: string,
  parts: FetchPackParts,
  watch: FetchPackWatch,
): Promise<Uint8Array<ArrayBuffer>> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const renew = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), parts.silenceMs ?? SILENCE_MS);
  };
  const signal = AbortSignal.any([watch.signal, silence.signal]);
  const wishes: RequestInit = { ...CAREFULLY, signal };
  const told = (loaded: number, total: number | null) => {
    renew();
    watch.told(loaded, total);
  };
  const cause = (thrown: unknown, otherwise: 'offline' | 'broken-off' | 'redirected'): unknown => {
    if (watch.signal.aborted) return new InstallError('cancelled', 'the reader stopped it');
    if (silence.signal.aborted) return new InstallError('time-out', 'no answer in time');
    return thrown instanceof InstallError || thrown instanceof PackError
      ? thrown
      : new InstallError(otherwise, String(thrown));
  };

  async function read(response: Response): Promise<Uint8Array<ArrayBuffer>> {
    const { status, headers, body } = response;
    if (!response.ok) throw new InstallError(status >= 500 ? 'server-error' : 'refused', String(status));
    // A compressed response has a different length; the real one is known after reading.
    const announced = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
    if (announced > LARGEST_PACK) throw new PackError('too-large', `${announced} bytes`);
    return readPackStream(body ?? new Blob([]).stream(), { told, signal }).catch((thrown: unknown) => {
      throw cause(thrown, 'broken-off');
    });
  }

  /** Null: the server redirects. */
  async function ask(): Promise<Uint8Array<ArrayBuffer> | null> {
    const response = await parts.fetch(address, { ...wishes, redirect: 'manual' }).catch((thrown: unknown) => {
      throw cause(thrown, 'offline');
    });
    renew();
    if (response.type !== 'opaqueredirect' && !(response.status >= 300 && response.status < 400)) {
      return read(response).finally(() => letGo(response));
    }
    letGo(response);
    return null;
  }

  async function askFollowing(): Promise<Uint8Array<ArrayBuffer>> {
    const { response, done } = await parts.followWithin(address, wishes).catch((thrown: unknown) => {
      throw cause(thrown, 'redirected');
    });
    renew();
    return read(response).finally(() => {
      letGo(response);
      done();
    });
  }

  /** `work` is one request; null means the server redirected. */
  async function logged<T extends Uint8Array<ArrayBuffer> | null>(work: () => Promise<T>): Promise<T> {
    const { host, pathname, search } = new URL(address);
    const began = parts.now();
    const end = await parts.log.begin({ at: began, host, titles: [pathname + search] });
    let outcome = 'answered';
    let bytes = 0;
    try {
      const answer = await work();
      if (answer === null) outcome = 'redirected';
      else bytes = answer.length;
      return answer;
    } catch (thrown) {
      outcome = thrown instanceof InstallError && thrown.problem !== 'page' ? thrown.problem : 'bad-answer';
      throw thrown;
    } finally {
      await end({ outcome, bytes, ms: parts.now() - began });
    }
  }

  renew();
  try {
    return (await logged(ask)) ?? (await logged(askFollowing));
  } finally {
    clearTimeout(timer!);
  }
}

/** Discards an answer that is not read to the end. */
const letGo = (response: Response): void => void response.body?.cancel().catch(() => {});
