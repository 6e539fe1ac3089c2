/**
 * Devices that have remotes in common carry everything over every bridge, once: after some rounds nobody writes any more,
 * and all hold the same. A report answered by a report would keep them writing for ever.
 */

import { expect, it } from 'vitest';
import type { KeyRow, RemoteId } from '../../../lib/database';
import { DOCUMENTS } from '../../../lib/notes';
import { deviceFiles, type Protection, replacePassphrase, setPassphrase, unlock, type Vault } from '../../../lib/sync';
import { noteItems } from '../../../lib/sync/note-items';
import { createBrowserAccount } from '../../../lib/sync/remotes/browser-account';
import { runRemote } from '../../../lib/sync/run-remote';
import { vaultOf } from '../../../lib/sync/vault';
import { createRandom } from '../../sync/random';
import { createSharedFolder } from '../../sync/shared-folder';
import { fakeSyncArea } from '../../tools/fake-sync-area';
import { createDevice } from '../notes/device';

const LIGHT = { workFactor: 2 };
const signal = new AbortController().signal;
type Place = ReturnType<typeof createSharedFolder> | ReturnType<typeof fakeSyncArea>;

function remoteAt(place: Place, ring: KeyRow | null) {
  if (!('files' in place))
    return noteItems(
      createBrowserAccount<Protection>(place),
      vaultOf(ring) as Vault<Protection>,
      async () => new Map(),
    );
  const store = place.store(createRandom(1), () => 0);
  return deviceFiles(store, vaultOf(ring) as Vault<Protection>);
}

async function deviceOn(places: Readonly<Partial<Record<RemoteId, Place>>>) {
  const device = createDevice();
  const entries = Object.entries(places) as [RemoteId, Place][];
  for (const [id] of entries) await device.addRemote(id);
  return {
    ...device,
    remotes: async (ring: KeyRow | null = null) => entries.map(([, place]) => remoteAt(place, ring)),
    async run() {
      const troubles: string[] = [];
      for (const [id, place] of entries) {
        device.clock.at += 60_000;
        const trouble = await runRemote(id, {
          ledger: device.ledger,
          documents: DOCUMENTS,
          open: (_, ring) => remoteAt(place, ring),
          now: () => device.clock.at,
          online: () => true,
          step: () => {},
          signal,
        });
        if (trouble) troubles.push(`${id}: ${trouble.message}`);
      }
      return troubles;
    },
  };
}

type OnPlaces = Awaited<ReturnType<typeof deviceOn>>;

async function contentOf(place: Place): Promise<string> {
  const all =
    'files' in place
      ? Object.fromEntries([...place.files].map(([name, bytes]) => [name, bytes.length]))
      : await place.get(null);
  return JSON.stringify(all);
}

/** Runs all devices in turn until a whole round has changed no place; returns how many rounds that took. */
async function untilQuiet(devices: readonly OnPlaces[], places: readonly Place[]): Promise<number> {
  for (let round = 1; round <= 12; round++) {
    const before = await Promise.all(places.map(contentOf));
    for (const device of devices) expect(await device.run()).toEqual([]);
    if (JSON.stringify(await Promise.all(places.map(contentOf))) === JSON.stringify(before)) return round;
  }
  throw new Error('they never become quiet');
}

async function expectSame(devices: readonly OnPlaces[]) {
  const digests = await Promise.all(devices.map(({ ledger }) => ledger.digest()));
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(1);
  for (const { ledger } of devices) {
    for (const { id } of await ledger.remotes()) expect((await ledger.backlog(id)).count).toBe(0);
  }
}

const subject = (entity: string) => ({ entity, name: entity, kind: null });

it('three devices that each sync to an account, a server and a folder', async () => {
  const [account, server, folder] = [fakeSyncArea(), createSharedFolder(), createSharedFolder()];
  const devices = [
    await deviceOn({ account, 'webdav:1': server }),
    await deviceOn({ account, 'webdav:1': server, 'folder:1': folder }),
    await deviceOn({ 'webdav:1': server, 'folder:1': folder }),
  ];
  const places = [account, server, folder];
  const [a, b, c] = devices as [OnPlaces, OnPlaces, OnPlaces];
  await a.type(subject('one'), 'from a');
  await b.type(subject('one'), 'from b');
  await c.type(subject('two'), 'from c');
  await c.settings.change(new Map([['set:density', 'low']]));
  await untilQuiet(devices, places);
  await expectSame(devices);
  await a.store.remove('two');
  await c.type(subject('one'), 'from c');
  await b.store.addTag(subject('two'), 'talks');
  expect(await untilQuiet(devices, places)).toBeLessThanOrEqual(5);
  await expectSame(devices);
  expect((await a.store.read('two'))?.kept).toBe(1);
});

it('the same folder added twice, under two addresses', async () => {
  const server = createSharedFolder();
  const devices = [
    await deviceOn({ 'webdav:1': server, 'webdav:2': server }),
    await deviceOn({ 'webdav:1': server, 'webdav:2': server }),
  ];
  for (const device of devices) {
    for (let edit = 0; edit < 10; edit++) {
      await device.type(subject(`n${edit}`), `text ${edit} of ${device.clock.at}`);
      await device.run();
    }
  }
  expect(await untilQuiet(devices, [server])).toBeLessThanOrEqual(5);
  await expectSame(devices);
});

it('a remote that is removed and added again', async () => {
  const server = createSharedFolder();
  const devices = [await deviceOn({ 'webdav:1': server }), await deviceOn({ 'webdav:1': server })];
  const [a, b] = devices as [OnPlaces, OnPlaces];
  await a.type(subject('one'), 'from a');
  await untilQuiet(devices, [server]);
  const [row] = await a.ledger.remotes();
  await a.ledger.dropRemote('webdav:1');
  await a.type(subject('one'), 'from a, later');
  await b.type(subject('one'), 'from b, from a');
  await b.run();
  if (row) await a.ledger.saveRemote({ ...row, joined: 0 });
  expect(await untilQuiet(devices, [server])).toBeLessThanOrEqual(5);
  await expectSame(devices);
  await a.ledger.dropRemote('webdav:1');
  await a.addRemote('webdav:1');
  expect(await untilQuiet(devices, [server])).toBeLessThanOrEqual(5);
  await expectSame(devices);
});

it('two clones of one profile', async () => {
  const [account, server] = [fakeSyncArea(), createSharedFolder()];
  const devices = [await deviceOn({ account, 'webdav:1': server }), await deviceOn({ account, 'webdav:1': server })];
  const [a, b] = devices as [OnPlaces, OnPlaces];
  await a.database.device.put({ id: 'this', device: 'a'.repeat(16), name: 'Clone' });
  await b.database.device.put({ id: 'this', device: 'a'.repeat(16), name: 'Other name' });
  for (let edit = 0; edit < 12; edit++) {
    await a.type(subject('one'), `a ${edit}`);
    await b.type(subject('two'), `b ${edit}`);
    await a.run();
    await b.run();
  }
  expect(await untilQuiet(devices, [account, server])).toBeLessThanOrEqual(5);
  await expectSame(devices);
});

it('passphrases set separately on two devices, and changed while the other device wrote', async () => {
  const [account, server] = [fakeSyncArea(), createSharedFolder()];
  const devices = [await deviceOn({ account, 'webdav:1': server }), await deviceOn({ account, 'webdav:1': server })];
  const [a, b] = devices as [OnPlaces, OnPlaces];
  await a.type(subject('one'), 'from a');
  await b.type(subject('two'), 'from b');
  await untilQuiet(devices, [account, server]);
  await setPassphrase(a.ledger, [], 'passphrase of a', signal, LIGHT);
  await setPassphrase(b.ledger, [], 'passphrase of b', signal, LIGHT);
  await a.type(subject('one'), 'from a, sealed');
  await b.type(subject('two'), 'from b, sealed');
  await a.run();
  expect((await b.run()).join()).toContain('locked');
  expect((await b.ledger.backlog('webdav:1')).count).toBeGreaterThan(0);
  await unlock(b.ledger, await b.remotes(), 'passphrase of a', signal, LIGHT);
  for (let round = 0; round < 3; round++) {
    await b.run();
    if ((await a.run()).length > 0) await unlock(a.ledger, await a.remotes(), 'passphrase of a', signal, LIGHT);
  }
  await untilQuiet(devices, [account, server]);
  await expectSame(devices);

  await replacePassphrase(a.ledger, { to: 'another passphrase' }, LIGHT);
  await b.type(subject('three'), 'written offline');
  await a.run();
  expect((await b.run()).join()).toContain('locked');
  await unlock(b.ledger, await b.remotes(), 'another passphrase', signal, LIGHT);
  await untilQuiet(devices, [account, server]);
  await expectSame(devices);
  expect((await a.store.read('three'))?.text).toBe('written offline');
});
