/** A test device with the browser account as its remote. Several may share one account, or have copies of it. */

import type { DocId, KeyRow } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import { type ItemStore, type Protection, readMemory, SyncError, type Vault } from '../../../lib/sync';
import { noteItems } from '../../../lib/sync/note-items';
import { createBrowserAccount } from '../../../lib/sync/remotes/browser-account';
import { runRemote } from '../../../lib/sync/run-remote';
import { vaultOf } from '../../../lib/sync/vault';
import { type FakeSyncArea, fakeSyncArea } from '../../tools/fake-sync-area';
import { createDevice } from '../notes/device';

export interface AccountOptions {
  readonly area?: FakeSyncArea;
  /** Stands between the layout and the account. */
  readonly through?: (store: ItemStore<Protection>) => ItemStore<Protection>;
}

let devices = 0;

export async function createAccountDevice({ area = fakeSyncArea(), through = (store) => store }: AccountOptions = {}) {
  const device = createDevice();
  const { ledger, clock } = device;
  const number = ++devices;
  await ledger.saveRemote({
    id: 'account',
    config: null,
    on: 1,
    joined: 0,
    lastSuccess: null,
    trouble: null,
    memory: null,
  });
  await device.database.device.put({ id: 'this', device: number.toString(16).padStart(16, '0'), name: `D${number}` });
  const store = through(createBrowserAccount(area));
  const namesOf = async (docs: readonly DocId[]) =>
    new Map(
      (await device.store.readMany(docs.map((doc) => doc.slice('note:'.length)))).map(
        (note) => [`note:${note.entity}` as DocId, note.name] as const,
      ),
    );
  const open = (_: unknown, ring: KeyRow | null) => noteItems(store, vaultOf(ring) as Vault<Protection>, namesOf);
  const row = async () => {
    const [found] = await ledger.remotes();
    if (!found) throw new Error('there is no account');
    return found;
  };

  return {
    ...device,
    area,
    /** As it is opened before there is a passphrase. */
    remote: open(null, null),
    /** Code of the trouble that a run ended with; null: well done. */
    async run(signal = new AbortController().signal): Promise<string | null> {
      const options = {
        ledger,
        documents: DOCUMENTS,
        open,
        now: () => clock.at,
        online: () => true,
        step: () => {},
        signal,
      };
      const trouble = await runRemote('account', options);
      if (trouble && trouble.code === 'failed') throw trouble;
      return trouble instanceof SyncError ? trouble.code : null;
    },
    row,
    memory: async () => readMemory(await row()),
    waiting: async () => (await ledger.pending('account', 100_000)).map(({ doc }) => doc),
    text: async (entity: string) => (await device.store.read(entity))?.text ?? null,
  };
}

export type AccountDevice = Awaited<ReturnType<typeof createAccountDevice>>;

/** A text that no packing makes much smaller. */
export function noise(length: number, seed = 1): string {
  let state = seed * 2_654_435_761;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += String.fromCharCode(33 + ((state >>> 16) % 94));
  }
  return text;
}
