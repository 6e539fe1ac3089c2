/** A device with the real store, engine, vault and WebDAV transport; only its IndexedDB is Node's. */
import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { createDatabase, type KeyRow, type RemoteId } from '../../lib/database';
import type { EntityKey } from '../../lib/facts';
import {
  createEditorDocument,
  createNoteStore,
  createSyncLedger,
  type EditorDocument,
  type NoteStore,
  type SyncLedger,
} from '../../lib/notes';
import type { WebDavAccess } from '../../lib/remote-kinds';
import { addRemote, createSync, deviceFiles, type Remote, type SyncStep, setPassphrase, unlock } from '../../lib/sync';
import { createWebDavStore } from '../../lib/sync/remotes/webdav';
import { vaultOf } from '../../lib/sync/vault';
import { runHere } from '../unit/sync/run-here';

export const REMOTE: RemoteId = 'webdav:test';
/** The passphrase is stretched in a moment: what is tested here is not its strength. */
const QUICK = { workFactor: 8 };

export interface RealDevice {
  readonly name: string;
  readonly store: NoteStore;
  readonly ledger: SyncLedger;
  /** Steps that the last run went through. */
  readonly steps: readonly SyncStep[];
  /** The open editor of a note. What it writes is stored when it resolves. */
  type(entity: EntityKey, text: string): Promise<void>;
  text(entity: EntityKey): Promise<string | null>;
  /** The first device sets the passphrase, the others unlock with it. */
  passphrase(words: string): Promise<void>;
  /** `well`, or the code and detail of the trouble that stands in the row. */
  run(): Promise<string>;
  cancel(): void;
}

export async function createRealDevice(name: string, access: WebDavAccess, silence = 10_000): Promise<RealDevice> {
  const database = createDatabase(`device-${name}-${randomBytes(4).toString('hex')}`);
  const session = () => randomBytes(4).readUInt32LE();
  const common = { database, now: Date.now, session };
  const store = createNoteStore(common);
  const ledger = createSyncLedger({ ...common, newDevice: () => randomBytes(8).toString('hex') });
  const steps: SyncStep[] = [];
  const open = (ring: Awaited<ReturnType<SyncLedger['ring']>>): Remote =>
    ring
      ? deviceFiles(createWebDavStore<'sealed'>(access, { silence }), vaultOf(ring))
      : deviceFiles(createWebDavStore<'plain'>(access, { silence }), vaultOf(null));
  const here = { ledger, open: (_: unknown, ring: KeyRow | null) => open(ring), now: Date.now, online: () => true };
  const sync = createSync({
    ledger,
    run: runHere(here),
    told: (_, step) => step && steps.push(step),
  });
  const editors = new Map<EntityKey, EditorDocument>();
  await ledger.nameDevice(name);
  await addRemote(ledger, REMOTE, access);

  return {
    name,
    store,
    ledger,
    steps,
    async type(entity, text) {
      const subject = { entity, name: `Name of ${entity}`, kind: null };
      const editor = editors.get(entity) ?? createEditorDocument({ subject, session: session(), now: Date.now });
      editors.set(entity, editor);
      // What sync has brought meanwhile comes first, as in an editor that is told of changes.
      await exchange(editor);
      editor.write(editor.content().text + text);
      await exchange(editor);
    },
    text: async (entity) => (await store.read(entity))?.text ?? null,
    async passphrase(words) {
      const { signal } = new AbortController();
      const remotes = [open(null)];
      const there = await remotes[0]?.keyrings(signal);
      await (there && there.length > 0 ? unlock : setPassphrase)(ledger, remotes, words, signal, QUICK);
    },
    async run() {
      steps.length = 0;
      await sync.run(REMOTE);
      const trouble = (await ledger.remotes()).find(({ id }) => id === REMOTE)?.trouble;
      return trouble ? trouble.code : 'well';
    },
    cancel: () => sync.cancel(REMOTE),
  };

  async function exchange(editor: EditorDocument): Promise<void> {
    const { update } = await store.exchange(editor.take());
    if (update) editor.receive(update);
  }
}

/** Same content to the last letter, by the same count. */
export async function sameEverywhere(devices: readonly RealDevice[]): Promise<boolean> {
  const digests = await Promise.all(devices.map(({ ledger }) => ledger.digest()));
  return digests.every(({ count, digest }) => count === digests[0]?.count && digest === digests[0]?.digest);
}
