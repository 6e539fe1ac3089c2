/** A device in a script: a database that can be copied and set back, a wrong clock, an engine that can be killed. */
import type { KeyRow, RemoteId, RemoteRow } from '../../lib/database';
import {
  createEditorDocument,
  createNoteStore,
  createSyncLedger,
  DOCUMENTS,
  type EditorDocument,
  type NoteStore,
  type NoteSubject,
  type SyncLedger,
} from '../../lib/notes';
import { type Remote, SyncError } from '../../lib/sync';
import { runRemote } from '../../lib/sync/run-remote';
import { createMemoryDatabase, type ScriptDatabase, type Snapshot } from './memory-database';
import type { Random } from './random';

/** The worker is gone, and with it everything that it had not stored. */
export class Killed extends Error {}

export interface RunPlan {
  /** After how many calls of store and ledger the worker dies; null: it lives. */
  readonly killAfter: number | null;
  /** As runs are that nobody asked for: others' news may wait where it was looked for a moment ago. */
  readonly mayOnlyDeliver?: boolean;
  readonly cancelAfter: number | null;
  /** After how many calls the reader types. */
  readonly typeAfter: number | null;
  readonly type: () => Promise<void>;
}

/** What a device adds when it opens a remote. */
export interface Opening {
  /** To be put around the store of the remote: each of its calls may be the last. */
  readonly around: <T extends object>(store: T) => T;
  readonly notes: NoteStore;
}

export interface DeviceParts {
  readonly name: string;
  readonly id: string;
  readonly random: Random;
  readonly now: () => number;
  readonly session: () => number;
  readonly remoteOf: (row: RemoteRow, ring: KeyRow | null, opening: Opening) => Remote;
  readonly databaseOf?: (snapshot?: Snapshot) => ScriptDatabase | Promise<ScriptDatabase>;
  readonly snapshot?: Snapshot;
}

export interface Device {
  readonly name: string;
  readonly ledger: SyncLedger;
  readonly store: NoteStore;
  readonly clock: { skew: number };
  readonly editors: Map<string, EditorDocument>;
  open(row: RemoteRow, ring: KeyRow | null): Remote;
  snapshot(): Promise<Snapshot>;
  /** Back to an older state of the whole database, or to a new one. */
  setBack(snapshot: Snapshot): Promise<void>;
  /** The next transaction that writes fails. */
  fillDisk(): void;
  emptyDisk(): void;
  edit(subject: NoteSubject): EditorDocument;
  /** `died`: the worker did not live to say how it went. */
  run(remote: RemoteId, plan: RunPlan): Promise<SyncError | 'well' | 'died'>;
}

export async function createSimulatedDevice(parts: DeviceParts): Promise<Device> {
  const clock = { skew: 0 };
  const now = () => parts.now() + clock.skew;
  const editors = new Map<string, EditorDocument>();
  let memory: ScriptDatabase;
  let store: NoteStore;
  let ledger: SyncLedger;
  await boot(parts.snapshot);

  async function boot(snapshot?: Snapshot): Promise<void> {
    memory = await (parts.databaseOf ?? createMemoryDatabase)(snapshot);
    const common = { database: memory.database, now, session: parts.session };
    store = createNoteStore(common);
    ledger = createSyncLedger({ ...common, newDevice: () => parts.id });
    editors.clear();
  }

  function open(row: RemoteRow, ring: KeyRow | null, around: Opening['around'] = (remote) => remote): Remote {
    return parts.remoteOf(row, ring, { around, notes: store });
  }

  return {
    name: parts.name,
    get ledger() {
      return ledger;
    },
    get store() {
      return store;
    },
    clock,
    editors,
    open: (row, ring) => open(row, ring),
    snapshot: () => memory.snapshot(),
    setBack: boot,
    fillDisk: () => memory.failNextWrite(true),
    emptyDisk: () => memory.failNextWrite(false),
    edit(subject) {
      const known = editors.get(subject.entity);
      if (known) return known;
      const editor = createEditorDocument({ subject, session: parts.session(), now });
      editors.set(subject.entity, editor);
      return editor;
    },
    async run(remote, plan) {
      const cancel = new AbortController();
      let calls = 0;
      let dead = false;
      /** Around each call that leaves the engine: here the world goes on. */
      const step = async <T>(call: () => Promise<T>): Promise<T> => {
        if (dead) throw new Killed();
        const at = calls++;
        if (at === plan.typeAfter) await plan.type();
        if (at === plan.cancelAfter) cancel.abort();
        const dying = at === plan.killAfter;
        const after = dying && parts.random.chance(0.5);
        if (dying) dead = true;
        if (dying && !after) throw new Killed();
        const result = await call();
        if (after) throw new Killed();
        return result;
      };
      try {
        const trouble = await runRemote(remote, {
          ledger: stepping(ledger, step),
          documents: DOCUMENTS,
          open: (row, ring) => open(row, ring, (remote) => stepping(remote, step)),
          now,
          online: () => true,
          step: () => {},
          signal: cancel.signal,
          mayOnlyDeliver: plan.mayOnlyDeliver ?? false,
        });
        return trouble ?? 'well';
      } catch (error) {
        if (dead || (error instanceof SyncError && error.code === 'storage')) return 'died';
        throw error;
      }
    },
  };
}

function stepping<T extends object>(target: T, step: <R>(call: () => Promise<R>) => Promise<R>): T {
  return new Proxy(target, {
    get(object, key) {
      const method: unknown = Reflect.get(object, key);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) => step(() => Reflect.apply(method, object, parameters) as Promise<unknown>);
    },
  });
}
