/**
 * One run on one remote. Reads the remote's row and stores the result there, whoever asked. A run that dies leaves a
 * counted try behind, so that a remote that kills the worker is not retried in a loop.
 *
 *   off or gone ► nothing
 *   begun ► [first: read only ► joined] ► exchange, or just a delivery ► lastSuccess, no trouble
 *     ▲                                      ├─────► trouble (lastSuccess stays)
 *     └──── another passphrase meanwhile ────┘
 */
import type { KeyRow, RemoteId, RemoteRow } from '../database';
import { type Documents, isDamagedUpdate, type SyncLedger } from '../notes';
import {
  type ExchangeContext,
  type Exchanged,
  type Remembered,
  type Remote,
  type RemoteMemory,
  readMemory,
} from './exchange';
import { rowOf } from './remote-rows';
import { SyncError } from './sync-error';
import { isLock, type SyncStep } from './types';
import { keyId } from './vault';
import { LOOK_EVERY_MS, REFUSALS } from './when-to-run';

/** Enough for 10,000 notes over the slowest line, yet a server that drips for ever does not hold up the worker. */
export const LONGEST_RUN_MS = 10 * 60_000;

export interface RunOptions {
  readonly ledger: SyncLedger;
  readonly documents: Documents;
  readonly open: (row: RemoteRow, ring: KeyRow | null) => Remote | Promise<Remote>;
  readonly now: () => number;
  readonly online: () => boolean;
  readonly step: (step: SyncStep) => void;
  readonly signal: AbortSignal;
  readonly longestMs?: number;
  /** This run may skip looking if others' news was read a moment ago; not when the reader pressed a button. */
  readonly mayOnlyDeliver?: boolean;
}

/** What the caller decides about a single run. */
export type RunOrder = Pick<RunOptions, 'step' | 'signal' | 'mayOnlyDeliver'>;

/** Null: succeeded, or nothing to do. Throws only if this device's own storage fails. */
export async function runRemote(id: RemoteId, options: RunOptions): Promise<SyncError | null> {
  const { now } = options;
  const row = await rowOf(options.ledger, id);
  if (!row?.on) return null;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), options.longestMs ?? LONGEST_RUN_MS);
  const signal = AbortSignal.any([options.signal, deadline.signal]);
  const ledger = guarded(options.ledger, signal);
  let memory = readMemory(row);
  let joined = row.joined === 1;
  const store = (change: Partial<RemoteMemory>) => {
    memory = { ...memory, ...change };
    return ledger.changeRemote(id, { memory });
  };
  try {
    await unlessAborted(signal, exchange());
    return null;
  } catch (error) {
    const trouble = toSyncError(error, options.signal, deadline.signal);
    const { code, detail } = trouble;
    // One bad file does not slow down the others.
    if (trouble.allElseDone) memory = { ...memory, tries: 0, refused: 0, locked: false, lookedAt: now() };
    // Kept until a run gets further: until then the status must not claim that the remote is unsealed.
    if (isLock(code)) memory = { ...memory, locked: true };
    if (REFUSALS.has(code)) memory = { ...memory, refused: memory.refused + 1 };
    // Not through the guard: a cancelled run must be recorded too.
    await options.ledger.changeRemote(id, { memory, trouble: { code, at: now(), detail } });
    return trouble;
  } finally {
    clearTimeout(timer);
  }

  async function exchange(): Promise<void> {
    if (!row) return;
    if (!options.online()) throw new SyncError('offline');
    const hasLooked = options.mayOnlyDeliver === true && joined && row.trouble === null && lookedOfLate();
    await store({ tries: memory.tries + 1, triedAt: now() });
    let done: Exchanged | null = null;
    let ring: KeyRow | null = null;
    while (done === null) {
      ring = await ledger.ring();
      done = await exchangeUnder(ring, hasLooked);
    }
    memory = { ...memory, tries: 0, refused: 0, locked: false, ...(done !== 'delivered' && { lookedAt: now() }) };
    if (done === 'all') memory = { ...memory, sealedBy: keyId(ring) };
    await ledger.changeRemote(id, { memory, lastSuccess: now(), trouble: null });
  }

  function lookedOfLate(): boolean {
    const ago = now() - memory.lookedAt;
    return memory.tries === 0 && ago >= 0 && ago < LOOK_EVERY_MS;
  }

  /** Null: the passphrase was set or changed meanwhile, and everything must be sealed with another key. */
  async function exchangeUnder(ring: KeyRow | null, hasLooked: boolean): Promise<Exchanged | null> {
    if (!row) return 'all';
    try {
      const remote = await options.open(row, ring);
      if (!joined) {
        await join(() => remote.exchange(context(remoteNow(), ring, { pullOnly: true, hasLooked: false })));
        await ledger.changeRemote(id, { joined: 1 });
        joined = true;
      }
      return await remote.exchange(context(remoteNow(), ring, { pullOnly: false, hasLooked }));
    } catch (error) {
      if (error instanceof RingChanged) return null;
      throw error;
    }
  }

  function remoteNow(): RemoteRow {
    return { ...(row as RemoteRow), memory };
  }

  function context(
    remote: RemoteRow,
    ring: KeyRow | null,
    how: Pick<ExchangeContext, 'pullOnly' | 'hasLooked'>,
  ): ExchangeContext {
    return {
      ledger,
      documents: options.documents,
      remote,
      ring,
      ...how,
      memory: memory.own,
      // Layouts remember before each write, so nothing is written under an old key.
      remember: async (what: Remembered) => {
        if ((await ledger.ring())?.current !== ring?.current) throw new RingChanged();
        await store(what);
      },
      now,
      step: options.step,
      signal,
    };
  }
}

class RingChanged extends Error {}

/** One unreadable file must not keep this device from ever writing. */
async function join(pull: () => Promise<unknown>): Promise<void> {
  try {
    await pull();
  } catch (error) {
    if (!(error instanceof SyncError && error.allElseDone)) throw error;
  }
}

/** Ends on abort even while a call hangs. When that call wakes up, the ledger refuses it. */
async function unlessAborted(signal: AbortSignal, work: Promise<void>): Promise<void> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  // The abandoned work may fail later; nobody waits for it.
  work.catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Refuses calls after an abort, and marks errors of this device's storage. */
function guarded(ledger: SyncLedger, signal: AbortSignal): SyncLedger {
  return new Proxy(ledger, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...parameters: unknown[]) => {
        signal.throwIfAborted();
        try {
          return await (Reflect.apply(method, target, parameters) as Promise<unknown>);
        } catch (error) {
          if (error instanceof SyncError || isDamagedUpdate(error)) throw error;
          throw new SyncError('storage', describe(error), { cause: error });
        }
      };
    },
  });
}

function toSyncError(error: unknown, cancel: AbortSignal, deadline: AbortSignal): SyncError {
  if (cancel.aborted) return new SyncError('cancelled', '', { cause: error });
  if (deadline.aborted) return new SyncError('timeout', '', { cause: error });
  return error instanceof SyncError ? error : new SyncError('failed', describe(error), { cause: error });
}

function describe(error: unknown): string {
  // First line only: Dexie repeats its message.
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (said.split('\n')[0] ?? '').slice(0, 200);
}
