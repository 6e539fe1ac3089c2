/**
 * Runs remotes, one run at a time for each. Asked again during a run, it runs once more after it: the change that made
 * somebody ask may have come too late for the first. Holds nothing that a dying worker would miss.
 *
 *   idle ──run──► running ──run──► running, one more wanted
 *    ▲───done───────┘ ◄──────done, begun anew───┘        cancel: ends the run and what was wanted after it
 */
import type { RemoteId } from '../database';
import type { SyncLedger } from '../notes';
import type { Errand } from './exchange';
import type { RunOrder } from './run-remote';
import type { SyncStep } from './types';

export interface SyncOptions {
  readonly ledger: Pick<SyncLedger, 'remotes'>;
  /** One run on one remote (`run-remote.ts`), which may have to be fetched first. */
  readonly run: (remote: RemoteId, order: RunOrder) => Promise<unknown>;
  /** A run went a step on or ended (null): pages may want to look again. */
  readonly told?: (remote: RemoteId, step: SyncStep | null) => void;
}

export interface Sync {
  /**
   * One remote, or all that are on. Resolves when it is done, well or not: how it went stands in the database.
   * @param least what has to be done; `delivered` leaves the look for others' news out if there was one of late
   */
  run(remote: RemoteId | null, least?: Errand): Promise<void>;
  cancel(remote: RemoteId): void;
  /** What runs at this moment. */
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
    // Who asks after the cancelling does not mean the run that was cancelled.
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
