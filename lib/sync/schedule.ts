/**
 * Makes sync run by itself: soon after a change, now and then for others' news, less and less often on failure. A timer
 * works while the service worker lives; an alarm always backs it up, since the worker may die at any moment. All state
 * is in the database except `lastChange`, whose loss at most makes a run earlier.
 */
import type { RemoteId, RemoteRow } from '../database';
import type { SyncLedger } from '../notes';
import { descriptorOf, remoteKindOf } from '../remote-kinds';
import type { Sync } from './create-sync';
import { type Errand, readMemory } from './exchange';
import { knownTrouble } from './status';
import { ACCOUNT_SETTLING_MS, isOfTheNetwork, SETTLING_MS, whenToRun } from './when-to-run';

/** The earliest alarm that browsers allow. */
export const SOONEST_ALARM_MS = 30_000;

export interface ScheduleOptions {
  readonly sync: Sync;
  readonly ledger: SyncLedger;
  readonly now: () => number;
  readonly online: () => boolean;
  /** Sets the alarm that calls `wake` (epoch milliseconds), replacing the previous one. Null: none. */
  readonly setAlarm: (at: number | null) => void;
  /** Starts a timer; returns a function that stops it. */
  readonly later: (ms: number, call: () => void) => () => void;
  /** A run failed and could not even store that. */
  readonly failed: (error: unknown) => void;
}

export interface Schedule {
  /** The worker started, the alarm rang or the browser woke up: runs what is due. */
  wake(): Promise<void>;
  /** Notes or settings changed on this device. */
  changed(): Promise<void>;
  /** The `online` event: whatever failed for lack of network is due at once. */
  online(): Promise<void>;
  /** A remote announced news (`storage.onChanged`). */
  heard(remote: RemoteId): Promise<void>;
}

export function createSchedule(options: ScheduleOptions): Schedule {
  const { sync, ledger, now, failed } = options;
  let lastChange: number | null = null;
  let stopTimer = () => {};

  return {
    wake: () => look(() => false),
    changed() {
      lastChange = now();
      return look(() => false);
    },
    online: () => look((row) => row.trouble !== null && isOfTheNetwork(knownTrouble(row.trouble.code))),
    heard: (remote) => look((row) => row.id === remote && row.trouble === null),
  };

  /** Starts what is due without waiting for it, and makes sure of a timely next look. */
  async function look(dueAnyway: (row: RemoteRow) => boolean): Promise<void> {
    try {
      await lookNow(dueAnyway);
    } catch (error) {
      // A database that does not answer now may do so later.
      options.setAlarm(now() + LONGEST_SLEEP_MS);
      throw error;
    }
  }

  async function lookNow(dueAnyway: (row: RemoteRow) => boolean): Promise<void> {
    stopTimer();
    if (!options.online()) {
      // No `online` event wakes a worker that died meanwhile.
      options.setAlarm(now() + LONGEST_SLEEP_MS);
      return;
    }
    const rows = (await ledger.remotes()).filter(({ on }) => on);
    const running = sync.steps();
    let next = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      const anyway = dueAnyway(row);
      const at = anyway ? now() : await whenFor(row);
      if (running[row.id]) continue;
      if (at > now()) next = Math.min(next, at);
      else start(row.id, anyway ? 'all' : 'delivered');
    }
    // A running remote is looked at again when it ends; the alarm covers the case that it never does.
    const guard =
      rows.length === 0 ? null : Math.max(Math.min(next, now() + LONGEST_SLEEP_MS), now() + SOONEST_ALARM_MS);
    options.setAlarm(guard);
    if (next < now() + SOONEST_ALARM_MS)
      stopTimer = options.later(next - now(), () => void look(() => false).catch(failed));
  }

  function start(id: RemoteId, least: Errand): void {
    sync
      .run(id, least)
      .then(() => look(() => false))
      .catch(failed);
  }

  async function whenFor(row: RemoteRow): Promise<number> {
    const { tries, refused, triedAt, lookedAt } = readMemory(row);
    const { since } = await ledger.backlog(row.id);
    const trouble = row.trouble && { code: knownTrouble(row.trouble.code), at: row.trouble.at };
    const { lastSuccess } = row;
    const kind = remoteKindOf(row.id);
    const settlingMs = kind !== null && descriptorOf(kind).ofBrowser ? ACCOUNT_SETTLING_MS : SETTLING_MS;
    const tried = { tries, refused, triedAt, lookedAt };
    return whenToRun({ ...tried, trouble, lastSuccess, pendingSince: since, lastChange, settlingMs }, now());
  }
}

/** At least this often: clocks change, and alarms get lost while the lid is closed. */
const LONGEST_SLEEP_MS = 10 * 60_000;
