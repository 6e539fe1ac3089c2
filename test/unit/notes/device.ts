/**
 * A test device: its own database, a clock that stands still until it is moved, sessions that are never the same twice.
 */
import 'fake-indexeddb/auto';
import { createDatabase, type RemoteId } from '../../../lib/database';
import {
  createEditorDocument,
  createNoteStore,
  createSettingsDocument,
  createSyncLedger,
  type NoteSubject,
  type RemoteFile,
} from '../../../lib/notes';

let made = 0;
let sessions = 1000;
export const session = () => ++sessions;

export function createDevice() {
  const clock = { at: Date.UTC(2026, 5, 1) };
  const database = createDatabase(`notes-${++made}`);
  const committed: (readonly [readonly string[], RemoteId | null])[] = [];
  const parts = {
    database,
    now: () => clock.at,
    session,
    committed: (docs: readonly string[], from: RemoteId | null) => void committed.push([docs, from]),
  };
  const store = createNoteStore(parts);
  const ledger = createSyncLedger({ ...parts, newDevice: () => `${made}`.padStart(16, '0') });
  const settings = createSettingsDocument(parts);

  /** An editor that has heard what the store knows. */
  async function open(subject: NoteSubject) {
    const editor = createEditorDocument({ subject, session: session(), now: parts.now });
    const exchange = async () => {
      const answer = await store.exchange(editor.take());
      return { savedAt: answer.savedAt, received: answer.update && editor.receive(answer.update) };
    };
    await exchange();
    return { ...editor, exchange };
  }

  /** Opens an editor, types, closes it. */
  async function type(subject: NoteSubject, text: string) {
    const editor = await open(subject);
    editor.write(text);
    await editor.exchange();
  }

  const addRemote = (id: RemoteId) =>
    ledger.saveRemote({ id, config: {}, on: 1, joined: 0, lastSuccess: null, trouble: null, memory: null });

  return { database, clock, store, ledger, settings, committed, open, type, addRemote };
}

export type Device = ReturnType<typeof createDevice>;

export const ana: NoteSubject = { entity: 'ana', name: 'Ana Silva', kind: 'person' };
export const opec: NoteSubject = { entity: 'opec', name: 'OPEC', kind: 'group' };

/** Everything that one device has, to the other. */
export async function bring(from: Device, to: Device, by: RemoteId = 'account', read: readonly RemoteFile[] = []) {
  await to.ledger.accept(by, await from.store.allDocs(), read);
}
