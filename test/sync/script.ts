/**
 * One script: devices that share folders and live through everything that happens to readers – and the laws that must
 * hold all the time and at the end. All of it comes from the seed.
 *
 * Long, since it is the story of one world: what may happen in it, what is known of it, what must hold.
 *
 * While it goes on:
 *  1. What a folder held before a run, it holds after it, however the run ended.
 *  2. After a run that calls itself well, the folder and what is noted as pending hold all that the device holds.
 * At the end, when nothing goes wrong any more:
 *  3. All is quiet after a bounded number of rounds: no trouble, nothing pending, nothing written any more.
 *  4. All devices hold the same, by digest and by text, and know so of one another.
 *  5. Every character that was stored stands in the text or among the removed passages, on each device; those that no
 *     reader removed stand in the text; tags and quotes that nobody removed are there; nothing is in the bin that nobody put there.
 */
import type { RemoteId } from '../../lib/database';
import type { DocUpdate } from '../../lib/notes';
import {
  addRemote,
  deviceFiles,
  type Protection,
  readMemory,
  SyncError,
  switchRemote,
  type Vault,
} from '../../lib/sync';
import { charactersIn, createFolderReader } from './evidence';
import { createHand, EVERYDAY } from './hand';
import type { Snapshot } from './memory-database';
import { createPassphrases } from './passphrases';
import { createRandom } from './random';
import { createSharedFolder, type SharedFolder } from './shared-folder';
import { createSimulatedDevice, type Device, type RunPlan } from './simulated-device';
import { takeInHeld } from './verdicts';
import {
  BrokenLaw,
  createTally,
  DAY,
  MINUTE,
  MOST_ROUNDS,
  type ScriptOutcome,
  type ScriptWorld,
  SUBJECTS,
} from './world';

/** Every so many scripts, the places list names without sizes, as some WebDAV servers do. */
const WITHOUT_SIZES = 5;

export async function runScript(
  seed: number,
  { vaultOf, databaseOf, tell = () => {} }: ScriptWorld,
): Promise<ScriptOutcome> {
  const random = createRandom(seed);
  const tellsSizes = seed % WITHOUT_SIZES !== 0;
  const { events, count } = createTally();
  let time = Date.UTC(2026, 10, 22);
  let trouble = random.pick([0, 0.02, 0.05, 0.15]);
  const deadly = random.pick([0, 0.1, 0.3]);
  const sealing = random.chance(0.4);

  // Characters in folders of which a file rotted or vanished, until they are there again.
  const hurt = new Map<SharedFolder, Set<string>>();
  const folderBackups: [SharedFolder, Map<string, Uint8Array>][] = [];

  const folders = new Map<RemoteId, SharedFolder>();
  const layout = random.weighted({ one: 6, chain: 2, two: 2 });
  const ids: RemoteId[] = layout === 'one' ? ['webdav:a'] : ['webdav:a', 'folder:b'];
  for (const id of ids) folders.set(id, createSharedFolder(tellsSizes));
  const folderOf = (id: RemoteId) => folders.get(id) as SharedFolder;
  const devices: Device[] = [];
  const hand = createHand({ random, devices, count, broken });
  const { attempt, snapshots } = hand;
  const passphrases = createPassphrases({ random, count, vaultOf });
  const reader = createFolderReader(passphrases.vault);

  for (const name of ['laptop', 'phone', 'desk']) {
    const device = await makeDevice(name);
    devices.push(device);
    await device.ledger.nameDevice(name);
    device.clock.skew = random.chance(0.3) ? (random.below(21) - 10) * DAY : random.below(10 * MINUTE);
    const index = devices.length - 1;
    const own = layout === 'chain' ? (index === 0 ? ids.slice(0, 1) : index === 2 ? ids.slice(1) : ids) : ids;
    for (const id of own) if (random.chance(0.8)) await addRemote(device.ledger, id, null);
  }

  // Some live long enough to join files.
  const steps = random.chance(0.08) ? 60 + random.below(80) : 8 + random.below(32);
  for (let i = 0; i < steps; i++) {
    time += random.below(3 * MINUTE);
    const device = random.pick(devices);
    const act = random.weighted({
      type: 40,
      run: 34,
      ...EVERYDAY,
      remote: 4,
      disaster: 5,
      passphrase: sealing ? 5 : 0,
      takeIn: sealing ? 2 : 0,
    });
    tell(`${i} ${act} on ${device.name}`);
    if (act === 'run') await run(device, random.pick(ids));
    else if (act === 'remote') await changeRemote(device);
    else if (act === 'passphrase') await attempt(() => passphrases.choose(device));
    else if (act === 'takeIn') await attempt(() => takeIn(device));
    else if (act === 'disaster') await disaster(device);
    else await hand.everyday[act](device);
  }

  trouble = 0;
  const rounds = await settle();
  await checkEnd();
  return { events, rounds, files: Math.max(...[...folders.values()].map(({ files }) => files.size)) };

  function hurtIn(folder: SharedFolder): Set<string> {
    const known = hurt.get(folder) ?? new Set();
    hurt.set(folder, known);
    return known;
  }

  function makeDevice(name: string, from?: { id: string; snapshot: Snapshot }): Promise<Device> {
    return createSimulatedDevice({
      name,
      id: from?.id ?? [...random.bytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      random,
      now: () => time,
      session: () => random.below(2 ** 32),
      // Which of the two vaults it is, only the ring knows here; where the extension opens a remote, types say so.
      remoteOf: ({ id }, ring, { around }) =>
        deviceFiles(around(folderOf(id).store(random, () => trouble)), vaultOf(ring) as Vault<Protection>),
      ...(databaseOf && { databaseOf }),
      ...(from && { snapshot: from.snapshot }),
    });
  }

  // The reader.

  async function changeRemote(device: Device): Promise<unknown> {
    count('remote');
    const rows = await device.ledger.remotes();
    const missing = ids.filter((id) => !rows.some((row) => row.id === id) && mayHave(device, id));
    const first = missing[0];
    if (first && random.chance(0.5)) return attempt(() => addRemote(device.ledger, first, null));
    const row = rows.length > 0 ? random.pick(rows) : null;
    if (!row) return undefined;
    if (random.chance(0.2)) return attempt(() => device.ledger.dropRemote(row.id));
    return attempt(() => switchRemote(device.ledger, row.id, !row.on));
  }

  function mayHave(device: Device, id: RemoteId): boolean {
    if (layout !== 'chain') return true;
    return device.name === 'laptop' ? id === ids[0] : device.name === 'desk' ? id === ids[1] : true;
  }

  async function takeIn(device: Device): Promise<boolean> {
    const any = await takeInHeld(device.ledger);
    if (any) count('taken in');
    return any;
  }

  // The worker.

  async function run(device: Device, id: RemoteId, calm = false): Promise<SyncError | 'well' | 'died' | 'none'> {
    const row = (await device.ledger.remotes()).find((each) => each.id === id);
    if (!row?.on) return 'none';
    count('run');
    const soon = () => random.below(random.pick([4, 15, 40]));
    const plan: RunPlan = calm
      ? { killAfter: null, cancelAfter: null, typeAfter: null, type: async () => {} }
      : {
          killAfter: random.chance(deadly) ? soon() : null,
          mayOnlyDeliver: random.chance(0.4),
          cancelAfter: random.chance(0.05) ? soon() : null,
          typeAfter: random.chance(0.2) ? soon() : null,
          type: () => hand.type(device),
        };
    const folder = folderOf(id);
    const held = await reader.characters(folder);
    const stale = folder.staleLooks();
    const outcome = await device.run(id, plan);
    const how = outcome instanceof SyncError ? outcome.code : outcome;
    count(how);
    tell(`  run of ${device.name} on ${id}: ${how}; ${[...folder.files.keys()].join(' ')}`);
    const holds = await reader.characters(folder);
    for (const char of holds) hurtIn(folder).delete(char);
    for (const char of held) if (!holds.has(char)) broken(`${device.name} took ${char} from ${id}`);
    // Who has not looked knows no more than that what was pending arrived.
    const looked = !plan.mayOnlyDeliver && folder.staleLooks() === stale;
    if (outcome === 'well' && looked) await checkSuccess(device, id, holds);
    return outcome;
  }

  async function checkSuccess(device: Device, id: RemoteId, holds: ReadonlySet<string>): Promise<void> {
    const pending = charactersIn(await device.ledger.pending(id, 1000));
    for (const char of charactersIn(await device.store.allDocs())) {
      if (!holds.has(char) && !pending.has(char) && !hurtIn(folderOf(id)).has(char))
        broken(`${device.name} said ${id} holds ${char}`);
    }
  }

  // What nobody wants.

  async function disaster(device: Device): Promise<void> {
    const what = random.weighted({
      empty: 2,
      torn: 2,
      rotten: 2,
      vanished: 2,
      oldFolder: 2,
      keepFolder: 2,
      setBack: 3,
      clone: 1,
    });
    count(what);
    tell(`  ${what}`);
    const folder = folderOf(random.pick(ids));
    const name = folder.files.size > 0 ? random.pick([...folder.files.keys()]) : null;
    const bytes = name ? folder.files.get(name) : null;
    // What only the owner of a file can notice, at its next run; without sizes, nobody can tell by a look.
    const unseen = what === 'rotten' || what === 'vanished' || (what === 'torn' && !tellsSizes);
    if (name && bytes && unseen) {
      for (const char of await reader.characters(folder)) hurtIn(folder).add(char);
    }
    if (what === 'empty') folder.files.clear();
    if (what === 'torn' && name && bytes) folder.files.set(name, bytes.slice(0, random.below(bytes.length)));
    if (what === 'rotten' && name && bytes) {
      const rotten = bytes.slice();
      for (let i = 0; i < 3; i++) rotten[random.below(rotten.length)] = random.below(256);
      folder.files.set(name, rotten);
    }
    if (what === 'vanished' && name) folder.files.delete(name);
    if (what === 'keepFolder') folderBackups.push([folder, new Map(folder.files)]);
    if (what === 'oldFolder' && folderBackups.length > 0) {
      const [place, files] = random.pick(folderBackups);
      place.files.clear();
      for (const [each, content] of files) place.files.set(each, content);
    }
    if (what === 'setBack' && snapshots.length > 0) {
      const [owner, snapshot] = random.pick(snapshots);
      await owner.setBack(snapshot);
    }
    if (what === 'clone' && devices.length === 3) await clone(device);
    await forgetTheUnsaveable();
  }

  /** Profile copied to another computer; both go on, under one name. */
  async function clone(device: Device): Promise<void> {
    device.emptyDisk();
    const { device: id } = await device.ledger.device();
    const twin = await makeDevice(device.name, { id, snapshot: await device.snapshot() });
    twin.clock.skew = device.clock.skew;
    devices.push(twin);
  }

  /** What lies nowhere any more, on no device and in no folder, nobody can bring back. */
  async function forgetTheUnsaveable(): Promise<void> {
    const everything: DocUpdate[] = [];
    for (const device of devices) everything.push(...(await device.store.allDocs()));
    for (const folder of folders.values()) everything.push(...(await reader.docs(folder)));
    hand.forgetUnless(everything);
  }

  // The end.

  async function settle(): Promise<number> {
    for (const device of devices) {
      device.emptyDisk();
      const rows = await device.ledger.remotes();
      for (const id of ids) {
        const row = rows.find((each) => each.id === id);
        if (!row && mayHave(device, id)) await addRemote(device.ledger, id, null);
        else if (row && !row.on) await switchRemote(device.ledger, id, true);
      }
    }
    for (const folder of folders.values()) folder.deliverLate();
    await forgetTheUnsaveable();
    const lockedOut = new Map<Device, number>();
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const before = [...folders.values()].map((folder) => folder.changes());
      let calm = true;
      for (const device of devices) {
        // Longer than anything is put off.
        time += 8 * DAY;
        for (const id of ids) {
          const outcome = await run(device, id, true);
          if (outcome instanceof SyncError) calm = false;
          if (outcome instanceof SyncError && (await isOrCallsLocked(outcome, id))) {
            // The only keyring rotted and the only device that knew the keys was set back: nobody opens that any more.
            const stuck = (lockedOut.get(device) ?? 0) + 1;
            lockedOut.set(device, stuck);
            if (stuck === 4) await startAfresh(id);
            await passphrases.tryAll(device);
          }
          if (outcome instanceof SyncError && !['locked', 'damaged', 'storage'].includes(outcome.code)) throw outcome;
        }
      }
      // Nobody else was here: all that is held back is the reader's own.
      for (const device of devices) if (await takeIn(device)) calm = false;
      // What came over one bridge may wait for the other, though nothing that is counted has changed: words that are gone again.
      calm &&= !(await anythingWaits());
      if (calm && [...folders.values()].every((folder, index) => folder.changes() === before[index])) return round;
    }
    return broken(`not quiet after ${MOST_ROUNDS} rounds`);
  }

  /** Where no keyring lies there but one's own, a file that no key opens is called damaged. */
  async function isOrCallsLocked({ code, detail }: SyncError, id: RemoteId): Promise<boolean> {
    const file = folderOf(id).files.get(detail);
    if (code !== 'damaged' || !file) return code === 'locked';
    for (const { ledger } of devices) {
      const opened = await vaultOf(await ledger.ring())
        .open(file)
        .catch((error: SyncError) => error.code);
      if (opened !== 'locked') return false;
    }
    return true;
  }

  async function anythingWaits(): Promise<boolean> {
    for (const { ledger } of devices)
      for (const { id } of await ledger.remotes()) if ((await ledger.backlog(id)).count > 0) return true;
    return false;
  }

  async function startAfresh(id: RemoteId): Promise<void> {
    count('started afresh');
    folderOf(id).files.clear();
    await forgetTheUnsaveable();
  }

  async function checkEnd(): Promise<void> {
    const first = await devices[0]?.ledger.digest();
    for (const device of devices) {
      const digest = await device.ledger.digest();
      if (digest.digest !== first?.digest || digest.count !== first.count)
        broken(`${device.name} holds something else`);
      for (const row of await device.ledger.remotes()) {
        const { count: pending } = await device.ledger.backlog(row.id);
        if (pending > 0) broken(`${device.name} still has ${pending} for ${row.id}`);
        if (row.trouble) broken(`${device.name} has trouble with ${row.id}: ${row.trouble.code}`);
        for (const report of readMemory(row).devices) {
          if (report.digest !== digest.digest) broken(`${device.name} thinks that ${report.name} holds something else`);
        }
      }
      for (const subject of SUBJECTS) await hand.checkNote(device, subject.entity);
    }
    await checkFolders();
  }

  /** A new device with the passphrase finds everything there, and nothing open once there is a passphrase. */
  async function checkFolders(): Promise<void> {
    const sealed = (await Promise.all(devices.map((device) => device.ledger.ring()))).some((ring) => ring !== null);
    for (const [id, folder] of folders) {
      const holds = await reader.characters(folder);
      for (const char of hand.stored.keys())
        if (!holds.has(char) && !hurtIn(folder).has(char)) broken(`${id} lacks ${char}`);
      const open = [...folder.files.keys()].filter((name) => !name.endsWith('.age'));
      if (sealed && open.length > 0) broken(`${id} still holds ${open.join(', ')}`);
    }
  }

  function broken(what: string): never {
    throw new BrokenLaw(`${what} (seed ${seed})`);
  }
}
