/**
 * One script over the browser account: devices whose browsers carry items to one another late, in part and over one
 * another – and the laws that must hold all the time and at the end. All of it comes from the seed.
 *
 * Long, since it is the story of one world.
 *
 * After a run during which nobody else changed what lies in this browser:
 *  1. What lay there before lies there still, or is in the notes of this device.
 *  2. If the run calls itself well, what lies there and what is noted as pending are all that the device holds.
 * At the end, when nothing goes wrong any more: `account-end.ts`.
 *
 * What the design cannot promise, and is excused:
 *  - Where the only device that held a word was set back, that word lies in the account alone, and there the last writer
 *    of a key wins: it is excused once it lies nowhere any more (`forgetTheUnsaveable`).
 *  - While parts of a value are on their way, what lies there does not hold it, and nothing is pending (law 2).
 */
import type { DocId, RemoteId } from '../../lib/database';
import type { DocUpdate } from '../../lib/notes';
import { addRemote, createBrowserAccount, type Protection, SyncError, switchRemote, type Vault } from '../../lib/sync';
import { noteItems } from '../../lib/sync/note-items';
import { readAccount } from '../../lib/sync/note-items/layout';
import { checkAccountEnd } from './account-end';
import { createAccountReader, textsOf } from './account-evidence';
import { charactersIn } from './evidence';
import { createHand, EVERYDAY } from './hand';
import type { Snapshot } from './memory-database';
import { createPassphrases } from './passphrases';
import { createRandom } from './random';
import { type AccountPlace, createSharedAccount } from './shared-account';
import { createSimulatedDevice, type Device, type RunPlan } from './simulated-device';
import { takeInHeld } from './verdicts';
import { BrokenLaw, createTally, DAY, MINUTE, MOST_ROUNDS, type ScriptOutcome, type ScriptWorld } from './world';

const ACCOUNT: RemoteId = 'account';
/** Signs that are pasted in one script: so many that old and new values do not fit beside one another, or not at all. */
const PASTED = { little: 4000, much: 45_000, tooMuch: 220_000 };

export async function runAccountScript(
  seed: number,
  { vaultOf, databaseOf, tell = () => {} }: ScriptWorld,
): Promise<ScriptOutcome> {
  const random = createRandom(seed);
  const { events, count } = createTally();
  let time = Date.UTC(2026, 10, 22);
  let trouble = random.pick([0, 0.02, 0.05, 0.15]);
  let busy = random.pick([0, 0.05, 0.3]);
  const deadly = random.pick([0, 0.1, 0.3]);
  const sealing = random.chance(0.4);
  const size = random.weighted({ little: 5, much: 4, tooMuch: 1.5 });
  let toPaste = PASTED[size];

  const account = createSharedAccount({
    random,
    now: () => time,
    browser: random.pick(['chromium', 'firefox']),
    trouble: () => trouble,
    busy: () => busy,
  });
  const devices: Device[] = [];
  const places = new Map<Device, AccountPlace>();
  const placeOf = (device: Device) => places.get(device) as AccountPlace;
  const hand = createHand({ random, devices, count, broken, paste });
  const { attempt, snapshots } = hand;
  const passphrases = createPassphrases({ random, count, vaultOf });
  const reader = createAccountReader(passphrases.vault);
  const clouds: ReadonlyMap<string, unknown>[] = [];
  let setBackOnce = false;

  for (const name of ['laptop', 'phone', 'desk']) {
    const device = await makeDevice(name, account.join());
    await device.ledger.nameDevice(name);
    device.clock.skew = random.chance(0.3) ? (random.below(21) - 10) * DAY : random.below(10 * MINUTE);
    if (random.chance(0.9)) await addRemote(device.ledger, ACCOUNT, null);
    if (random.chance(0.2)) placeOf(device).signOut();
  }

  const steps = random.chance(0.08) ? 80 + random.below(100) : 12 + random.below(48);
  for (let i = 0; i < steps; i++) {
    time += random.below(3 * MINUTE);
    const device = random.pick(devices);
    const act = random.weighted({
      type: 34,
      run: 34,
      carry: 34,
      ...EVERYDAY,
      remote: 2,
      sign: 3,
      wait: 1,
      disaster: 5,
      passphrase: sealing ? 5 : 0,
      takeIn: sealing ? 2 : 0,
    });
    tell(`${i} ${act} on ${device.name}`);
    if (act === 'run') await run(device);
    else if (act === 'carry') carry(device);
    else if (act === 'remote') await changeRemote(device);
    else if (act === 'sign') sign(device);
    else if (act === 'wait') time += 15 * MINUTE;
    else if (act === 'passphrase') await attempt(() => passphrases.choose(device));
    else if (act === 'takeIn') await attempt(() => takeIn(device));
    else if (act === 'disaster') await disaster(device);
    else await hand.everyday[act](device);
    await forgetTheUnsaveable();
  }

  trouble = 0;
  busy = 0;
  const rounds = await settle();
  const end = { devices, placeOf, account, hand, broken, all: size !== 'tooMuch' };
  if (await checkAccountEnd(end)) count('did not fit');
  return { events, rounds, files: Math.max(...devices.map((device) => placeOf(device).items.size)) };

  async function makeDevice(name: string, place: AccountPlace, from?: { id: string; snapshot: Snapshot }) {
    const device = await createSimulatedDevice({
      name,
      id: from?.id ?? [...random.bytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      random,
      now: () => time,
      session: () => random.below(2 ** 32),
      // Which of the two vaults it is, only the ring knows here; where the extension opens a remote, types say so.
      remoteOf: (_, ring, { around, notes }) =>
        noteItems(
          around(createBrowserAccount<Protection>(place.area)),
          vaultOf(ring) as Vault<Protection>,
          async (docs) => {
            const named = await notes.readMany(docs.map((doc) => doc.slice('note:'.length)));
            return new Map(named.map((note) => [`note:${note.entity}` as DocId, note.name]));
          },
        ),
      ...(databaseOf && { databaseOf }),
      ...(from && { snapshot: from.snapshot }),
    });
    devices.push(device);
    places.set(device, place);
    return device;
  }

  /** No packing makes it much smaller. */
  function paste(): string {
    if (toPaste <= 0 || !random.chance(0.25)) return '';
    const length = Math.min(toPaste, 500 + random.below(PASTED[size] / 6));
    toPaste -= length;
    return [...random.bytes(length)].map((byte) => String.fromCharCode(33 + (byte % 94))).join('');
  }

  // The browser.

  function carry(device: Device): void {
    const place = placeOf(device);
    const share = random.pick([0.3, 0.7, 1]);
    if (random.chance(0.5)) place.carryUp(share);
    if (random.chance(0.7)) place.carryDown(share);
  }

  function sign(device: Device): void {
    const place = placeOf(device);
    count(place.isSignedIn() ? 'signed out' : 'signed in');
    if (place.isSignedIn()) place.signOut();
    else place.signIn(random.pick(['over', 'merge']));
  }

  async function changeRemote(device: Device): Promise<unknown> {
    count('remote');
    const [row] = await device.ledger.remotes();
    if (!row) return attempt(() => addRemote(device.ledger, ACCOUNT, null));
    if (random.chance(0.2)) return attempt(() => device.ledger.dropRemote(ACCOUNT));
    return attempt(() => switchRemote(device.ledger, ACCOUNT, !row.on));
  }

  async function takeIn(device: Device): Promise<boolean> {
    const any = await takeInHeld(device.ledger);
    if (any) count('taken in');
    return any;
  }

  // The worker.

  async function run(device: Device, calm = false): Promise<SyncError | 'well' | 'died' | 'none'> {
    const [row] = await device.ledger.remotes();
    if (!row?.on) return 'none';
    count('run');
    const soon = () => random.below(random.pick([4, 15, 40]));
    const plan: RunPlan = calm
      ? { killAfter: null, cancelAfter: null, typeAfter: null, type: async () => {} }
      : {
          killAfter: random.chance(deadly) ? soon() : null,
          cancelAfter: random.chance(0.05) ? soon() : null,
          typeAfter: random.chance(0.2) ? soon() : null,
          type: () => hand.type(device),
        };
    const place = placeOf(device);
    const held = await reader.characters(place.items);
    const disturbances = place.disturbances();
    const outcome = await device.run(ACCOUNT, plan);
    const how = outcome instanceof SyncError ? outcome.code : outcome;
    count(how);
    tell(
      `  run of ${device.name}: ${how}; ${[...place.items].map(([key, value]) => `${key} ${String(value).slice(2, 10)}`)}`,
    );
    if (place.disturbances() !== disturbances) return outcome;
    const holds = await reader.characters(place.items);
    const docs = await device.store.allDocs();
    const known = charactersIn(docs);
    for (const char of held)
      if (!holds.has(char) && !known.has(char)) broken(`${device.name} took ${char} from the account`);
    if (outcome === 'well') await checkSuccess(device, docs, holds);
    return outcome;
  }

  async function checkSuccess(device: Device, docs: readonly DocUpdate[], holds: ReadonlySet<string>): Promise<void> {
    if (partsWait(device)) return;
    // Whichever part of a note waits, the whole of it will be written.
    const waiting = new Set((await device.ledger.pending(ACCOUNT, 1000)).map(({ doc }) => doc));
    for (const char of charactersIn(docs.filter(({ doc }) => !waiting.has(doc))))
      if (!holds.has(char)) broken(`${device.name} said that the account holds ${char}`);
  }

  // What nobody wants.

  async function disaster(device: Device): Promise<void> {
    const what = random.weighted({ emptyCloud: 2, keepCloud: 2, oldCloud: 2, emptyArea: 2, setBack: 3, clone: 1 });
    const place = placeOf(device);
    tell(`  ${what}`);
    if (what === 'emptyCloud') account.empty(random.pick(['wiped', 'deleted']));
    if (what === 'keepCloud') clouds.push(account.live());
    if (what === 'oldCloud' && clouds.length > 0) account.restore(random.pick(clouds));
    if (what === 'emptyArea') place.empty(random.pick(['lost', 'cleared']));
    if (what === 'setBack' && snapshots.length > 0) {
      const [owner, snapshot] = random.pick(snapshots);
      await owner.setBack(snapshot);
      setBackOnce = true;
    }
    if (what === 'clone' && devices.length === 3) {
      device.emptyDisk();
      const { device: id } = await device.ledger.device();
      const twin = await makeDevice(device.name, account.join(place), { id, snapshot: await device.snapshot() });
      twin.clock.skew = device.clock.skew;
    }
    count(what);
  }

  /** What lies nowhere any more, on no device and in no browser. A device that was never set back loses nothing. */
  async function forgetTheUnsaveable(): Promise<void> {
    if (!setBackOnce) return;
    const everything: DocUpdate[] = [...(await reader.docs(account.live()))];
    for (const device of devices) {
      everything.push(...(await device.store.allDocs()));
      everything.push(...(await reader.docs(placeOf(device).items)));
    }
    hand.forgetUnless(everything);
  }

  // The end.

  async function settle(): Promise<number> {
    for (const device of devices) {
      device.emptyDisk();
      const [row] = await device.ledger.remotes();
      if (!row) await addRemote(device.ledger, ACCOUNT, null);
      else if (!row.on) await switchRemote(device.ledger, ACCOUNT, true);
      if (!placeOf(device).isSignedIn()) placeOf(device).signIn(random.pick(['over', 'merge']));
    }
    const lockedOut = new Map<Device, number>();
    let quiet = 0;
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      await forgetTheUnsaveable();
      const before = account.changes();
      let calm = true;
      for (const device of devices) {
        time += 4 * MINUTE;
        const outcome = await run(device, true);
        if (outcome instanceof SyncError) calm = false;
        if (outcome instanceof SyncError && outcome.code === 'locked') {
          // The only device that knew the keys was set back, and no ring file is left: nobody opens that any more.
          const stuck = (lockedOut.get(device) ?? 0) + 1;
          lockedOut.set(device, stuck);
          if (stuck === 4) await startAfresh();
          await passphrases.tryAll(device);
        } else if (outcome instanceof SyncError && !(outcome.code === 'full' && partsWait(device))) throw outcome;
        carryAll();
      }
      // Nobody else was here: all that is held back is the reader's own.
      for (const device of devices) if (await takeIn(device)) calm = false;
      quiet = calm && account.changes() === before ? quiet + 1 : 0;
      // Parts that stay apart are waited for in the first of them.
      if (quiet === 2) return round;
    }
    return broken(`not quiet after ${MOST_ROUNDS} rounds`);
  }

  /** What is apart is waited for, and may be too much for the account meanwhile. */
  function partsWait(device: Device): boolean {
    return [...readAccount(textsOf(placeOf(device).items)).lying.values()].some(({ state }) => state === 'incomplete');
  }

  function carryAll(): void {
    for (const device of devices) placeOf(device).carryUp(1);
    for (const device of devices) placeOf(device).carryDown(1);
  }

  async function startAfresh(): Promise<void> {
    count('started afresh');
    account.empty('deleted');
    for (const device of devices) placeOf(device).empty('lost');
    await forgetTheUnsaveable();
  }

  function broken(what: string): never {
    throw new BrokenLaw(`${what} (seed ${seed}, account)`);
  }
}
