/** What is known about a remote from the database alone, whatever happened before. */

import { expect, it } from 'vitest';
import type { RemoteId } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import {
  deviceFiles,
  type Protection,
  readStatus,
  SyncError,
  type SyncTrouble,
  setPassphrase,
  switchRemote,
  unlock,
  type Vault,
} from '../../../lib/sync';
import { runRemote } from '../../../lib/sync/run-remote';
import { vaultOf } from '../../../lib/sync/vault';
import { createRandom } from '../../sync/random';
import { createSharedFolder } from '../../sync/shared-folder';
import { ana, createDevice } from '../notes/device';

const ID: RemoteId = 'folder:1';
const QUICK = { workFactor: 2 };
const WORDS = 'correct horse battery staple';
const { signal } = new AbortController();

it('a remote sealed by other devices is shown as sealed until a run opens it, whatever fails, stops or is switched meanwhile', async () => {
  const folder = createSharedFolder();
  let fault: SyncTrouble | null = null;
  const open = (ring: Parameters<typeof vaultOf>[0]) => {
    const store = folder.store(createRandom(1), () => 0);
    const list: typeof store.list = async (given) => {
      if (fault) throw new SyncError(fault);
      return store.list(given);
    };
    return deviceFiles({ ...store, list }, vaultOf(ring as never) as Vault<Protection>);
  };
  const [one, two] = [createDevice(), createDevice()];
  const run = ({ ledger }: typeof one, online = true) =>
    runRemote(ID, {
      ledger,
      documents: DOCUMENTS,
      open: (_, ring) => open(ring),
      now: Date.now,
      online: () => online,
      step: () => {},
      signal,
    });
  const protection = async ({ ledger }: typeof one) => (await readStatus(ledger, 0))[0]?.protection;

  for (const device of [one, two]) await device.addRemote(ID);
  await setPassphrase(one.ledger, [open(null)], WORDS, signal, QUICK);
  expect(await protection(one)).toBe('to-seal');
  await one.type(ana, 'Seen in Lyon.');
  await run(one);
  expect(await protection(one)).toBe('sealed');

  expect(await protection(two)).toBe('plain');
  expect((await run(two))?.code).toBe('locked');
  expect(await protection(two)).toBe('locked');
  for (const trouble of ['credentials', 'server', 'unreachable'] as const) {
    fault = trouble;
    expect((await run(two))?.code).toBe(trouble);
    expect(await protection(two)).toBe('locked');
  }
  fault = null;
  expect((await run(two, false))?.code).toBe('offline');
  await switchRemote(two.ledger, ID, false);
  expect(await protection(two)).toBe('locked');
  await switchRemote(two.ledger, ID, true);
  expect(await protection(two)).toBe('locked');

  await unlock(two.ledger, [open(null)], WORDS, signal, QUICK);
  expect(await protection(two)).toBe('to-seal');
  expect(await run(two)).toBeNull();
  expect(await protection(two)).toBe('sealed');
  expect((await two.store.read(ana.entity))?.text).toBe('Seen in Lyon.');
});
