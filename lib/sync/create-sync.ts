/**
 * Runs remotes, one run at a time for each. A request during a run causes one more run afterwards: the change behind it
 * may have come too late for the first. Keeps no state that a dying service worker would miss.
 *
 *   idle ──run──► running ──run──► running, one more wanted
 *    ▲───done───────┘ ◄──────done, run again────┘        cancel: ends the run and drops the one wanted after it
 */
import type { RemoteId } from '../database';
import type { SyncLedger } from '../notes';
import type { Errand } from './exchange';
import type { RunOrder } from './run-remote';
import type { SyncStep } from './types';

export interface SyncOptions {
  readonly ledger: Pick<SyncLedger, 'remotes'>;
  /** One run on one remote (`run-remote.ts`), which may have to be loaded first. */
  readonly run: (remote: RemoteId, order: RunOrder) => Promise<unknown>;
  /** A run moved on a step or ended (null): pages may want to refresh. */
  readonly told?: (remote: RemoteId, step: SyncStep | null) => void;
}

export interface Sync {
  /**
   * Runs one remote, or all that are on. Resolves when done, whether or not it worked; the result is in the database.
   * @param least what has to be done; `delivered` skips looking for others' news if that was done recently
   */
  run(remote: RemoteId | null, least?: Errand): Promise<void>;
  cancel(remote: RemoteId): void;
  /** The steps of the runs in progress. */
  steps(): Readonly<Partial<Record<RemoteId, SyncStep>>>;
}

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<void>;
  step: SyncStep;
  next: { readonly run: Promise<void>; least: Errand } | null;
}

export function createSync(options: SyncOptions): Sync {
  const { ledger, run: runRemote, told = () => {} } = options;
  const running = new Map<RemoteId, Running>();

  return {
    async run(remote, least = 'all') {
      const ids = remote ? [remote] : (await ledger.remotes()).filter(({ on }) => on).map(({ id }) => id);
      await Promise.all(ids.map((id) => runOrWait(id, least)));
    },
    cancel(remote) {
      running.get(remote)?.controller.abort();
    },
    steps: () => Object.fromEntries([...running].map(([id, { step }]) => [id, step])),
  };

  function runOrWait(id: RemoteId, least: Errand): Promise<void> {
    const current = running.get(id);
    if (!current) return start(id, least);
    // A request made after a cancel is for a new run.
    if (current.controller.signal.aborted) return current.done.catch(() => {}).then(() => runOrWait(id, least));
    if (current.next) {
      if (least === 'all') current.next.least = 'all';
      return current.next.run;
    }
    const run = current.done.then(
      () => (current.controller.signal.aborted ? undefined : runOrWait(id, current.next?.least ?? least)),
      () => {},
    );
    current.next = { run, least };
    return run;
  }

  function start(id: RemoteId, least: Errand): Promise<void> {
    const controller = new AbortController();
    const step = (next: SyncStep) => {
      const current = running.get(id);
      if (current?.controller !== controller || current.step === next) return;
      current.step = next;
      told(id, next);
    };
    const done = runRemote(id, { step, signal: controller.signal, mayOnlyDeliver: least === 'delivered' }).then(
      () => end(),
      (error: unknown) => {
        end();
        throw error;
      },
    );
    running.set(id, { controller, done, step: 'look', next: null });
    told(id, 'look');
    return done;

    function end(): void {
      running.delete(id);
      told(id, null);
    }
  }
}
