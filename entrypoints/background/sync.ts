/** The rest of the background uses sync only through this file: when it runs, and who may request a run. */
import { type BackgroundHandlers, browser } from '../../lib/messages';
import type { NoteStore, SyncLedger } from '../../lib/notes';
import { ACCOUNT } from '../../lib/remote-kinds';
import { createSchedule, createSync, ensureAccount, type TravellingSettings } from '../../lib/sync';
import { nameUnnamedDevice } from '../own-page/device-name';
import { remoteParts } from '../own-page/remote-parts';
import { loadNoteDocuments, loadSyncRun } from './parts';

export type SyncAnswers = Pick<BackgroundHandlers, 'syncSteps' | 'syncNow' | 'syncCancel'>;

export interface SyncWiring {
  readonly answers: SyncAnswers;
  /** Notes or synced settings have changed: each active remote is told soon. */
  nudge(): void;
}

const ALARM = 'sync';
/** Chromium ends a worker after 30 s without a call of its API; a first sync of thousands of notes takes longer. */
const HEARTBEAT_MS = 20_000;

const nameOf = (maker: string, system: string): string => browser.i18n.getMessage('sync_device_guess', [maker, system]);

const isOnline = (): boolean => navigator.onLine;

export interface SyncParts {
  readonly ledger: SyncLedger;
  readonly store: NoteStore;
  readonly travelling: TravellingSettings;
}

export function wireSync({ ledger, store, travelling }: SyncParts): SyncWiring {
  const failed = (problem: unknown) => console.warn('Backstory: sync failed', problem);
  let heartbeat: ReturnType<typeof setInterval> | null = null;

  const sync = createSync({
    ledger,
    run: async (id, order) => {
      const [{ createOpenRemote, runRemote }, { documents }] = await Promise.all([loadSyncRun(), loadNoteDocuments()]);
      const open = createOpenRemote(remoteParts(store));
      return runRemote(id, { ledger, documents, open, now: Date.now, online: isOnline, ...order });
    },
    told(_, step) {
      beat();
      // A first run may just have joined: only now may this device's settings be sent.
      if (step === null) void travelling.bringInLine().catch(failed);
    },
  });
  const schedule = createSchedule({
    sync,
    ledger,
    now: Date.now,
    online: isOnline,
    setAlarm(at) {
      const done = at === null ? browser.alarms.clear(ALARM) : browser.alarms.create(ALARM, { when: at });
      void Promise.resolve(done).catch(failed);
    },
    later(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    failed,
  });

  function beat(): void {
    const busy = Object.keys(sync.steps()).length > 0;
    if (busy) heartbeat ??= setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT_MS);
    else if (heartbeat !== null) {
      clearInterval(heartbeat);
      heartbeat = null;
    }
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void schedule.wake().catch(failed);
  });
  browser.storage.sync.onChanged.addListener(() => void schedule.heard(ACCOUNT).catch(failed));
  addEventListener('online', () => void schedule.online().catch(failed));
  void ensureAccount(ledger, browser.storage.local)
    // Before the first run, so that other devices know who writes. It also works without a name.
    .then(() => nameUnnamedDevice(ledger, nameOf).catch(failed))
    // A failure with settings does not stop notes from being synced.
    .then(() => travelling.bringInLine().catch(failed))
    .then(() => schedule.wake())
    .catch(failed);

  return {
    answers: {
      syncSteps: () => sync.steps(),
      syncNow: ({ remote }) => sync.run(remote),
      syncCancel: ({ remote }) => sync.cancel(remote),
    },
    nudge: () => void schedule.changed().catch(failed),
  };
}
