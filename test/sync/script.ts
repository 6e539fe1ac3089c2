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
 *     reader removed stand in the text; tags that nobody removed are there; nothing is in the bin that nobody put there.
 */
import type { KeyRow, RemoteId } from '../../lib/database';
import type { DocUpdate, NoteSubject } from '../../lib/notes';
import {
  addRemote,
  readMemory,
  replacePassphrase,
  SyncError,
  setPassphrase,
  switchRemote,
  unlock,
  type Vault,
} from '../../lib/sync';
import { charactersIn, charactersOf, createFolderReader, FIRST_CHARACTER, mergeAll } from './evidence';
import type { ScriptDatabase, Snapshot } from './memory-database';
import { createRandom } from './random';
import { createSharedFolder, type SharedFolder } from './shared-folder';
import { createSimulatedDevice, type Device, type RunPlan } from './simulated-device';

export interface ScriptWorld {
  readonly vaultOf: (ring: KeyRow | null) => Vault<'plain'> | Vault<'sealed'>;
  readonly databaseOf?: (snapshot?: Snapshot) => ScriptDatabase | Promise<ScriptDatabase>;
  /** Hears the story, step by step. */
  readonly tell?: (line: string) => void;
}

/** A law that does not hold. */
export class BrokenLaw extends Error {
  override readonly name = 'BrokenLaw';
}

export interface ScriptOutcome {
  /** How often each thing happened. */
  readonly events: Readonly<Record<string, number>>;
  /** Until all was quiet. */
  readonly rounds: number;
  /** Most files in a folder at the end. */
  readonly files: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SUBJECTS: readonly NoteSubject[] = [
  { entity: 'Q1', name: 'Ana Silva', kind: 'person' },
  { entity: 'Q2', name: 'OPEC', kind: 'group' },
  { entity: 'Q3', name: 'Lagos', kind: 'place' },
  { entity: 'Q4', name: 'Mercosur', kind: 'group' },
];
/** Of devices × folders; more would mean that they keep one another awake. */
export const MOST_ROUNDS = 12;

export async function runScript(
  seed: number,
  { vaultOf, databaseOf, tell = () => {} }: ScriptWorld,
): Promise<ScriptOutcome> {
  const random = createRandom(seed);
  const events: Record<string, number> = {};
  const count = (event: string) => {
    events[event] = (events[event] ?? 0) + 1;
  };
  let time = Date.UTC(2026, 10, 22);
  let nextCharacter = FIRST_CHARACTER;
  let nextName = 0;
  let trouble = random.pick([0, 0.02, 0.05, 0.15]);
  const deadly = random.pick([0, 0.1, 0.3]);
  const sealing = random.chance(0.4);

  // What happened, as far as a reader knows.
  const stored = new Map<string, string>(); // character → entity; its store said "saved"
  const removed = new Set<string>(); // characters that a reader took out somewhere
  const tagged = new Map<string, string>(); // tag → entity
  const untagged = new Set<string>();
  const binned = new Set<string>(); // entities
  // Characters in folders of which a file rotted or vanished, until they are there again.
  const hurt = new Map<SharedFolder, Set<string>>();
  const passphrases: string[] = [];
  const keys = new Set<string>();
  const backups: DocUpdate[][] = [];
  const snapshots: [Device, Snapshot][] = [];
  const folderBackups: [SharedFolder, Map<string, Uint8Array>][] = [];

  const folders = new Map<RemoteId, SharedFolder>();
  const layout = random.weighted({ one: 6, chain: 2, two: 2 });
  const ids: RemoteId[] = layout === 'one' ? ['webdav:a'] : ['webdav:a', 'folder:b'];
  for (const id of ids) folders.set(id, createSharedFolder());
  const folderOf = (id: RemoteId) => folders.get(id) as SharedFolder;
  const reader = createFolderReader(() => {
    const identities = [...keys];
    return vaultOf(
      identities[0] ? { id: 'ring', identities, current: identities[0], wrapped: new Uint8Array() } : null,
    );
  });

  const devices: Device[] = [];
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
      decorate: 6,
      bin: 5,
      version: 3,
      disk: 2,
      backup: 3,
      snapshot: 3,
      clock: 1,
      remote: 4,
      disaster: 5,
      passphrase: sealing ? 5 : 0,
    });
    tell(`${i} ${act} on ${device.name}`);
    if (act === 'type') await type(device);
    else if (act === 'run') await run(device, random.pick(ids));
    else if (act === 'decorate') await decorate(device);
    else if (act === 'bin') await bin(device);
    else if (act === 'version') await version(device);
    else if (act === 'disk') device.fillDisk();
    else if (act === 'backup') await backup(device);
    else if (act === 'snapshot') snapshots.push([device, await device.snapshot()]);
    else if (act === 'clock') device.clock.skew += (random.below(7) - 3) * DAY;
    else if (act === 'remote') await changeRemote(device);
    else if (act === 'passphrase') await attempt(() => passphrase(device));
    else await disaster(device);
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
      storeOf: (id) => folderOf(id).store(random, () => trouble),
      vaultOf,
      ...(databaseOf && { databaseOf }),
      ...(from && { snapshot: from.snapshot }),
    });
  }

  // The reader.

  async function type(device: Device): Promise<void> {
    count('type');
    const subject = random.pick(SUBJECTS);
    if (random.chance(0.3)) device.editors.delete(subject.entity);
    const editor = device.edit(subject);
    // An editor that was just opened hears what there is.
    const heard = await attempt(() => device.store.exchange(editor.take()));
    if (!heard) return void device.editors.delete(subject.entity);
    if (heard.update) editor.receive(heard.update);
    const typed: string[] = [];
    const before = [...editor.content().text];
    let text = before;
    for (let edits = 1 + random.below(3); edits > 0; edits--) {
      if (text.length > 0 && random.chance(0.3)) {
        const at = random.below(text.length);
        text = [...text.slice(0, at), ...text.slice(at + 1 + random.below(6))];
      } else {
        const run = Array.from({ length: 1 + random.below(6) }, () => freshCharacter());
        typed.push(...run);
        const at = random.below(text.length + 1);
        text = [...text.slice(0, at), ...run, ...text.slice(at)];
      }
      const last = [...editor.content().text];
      editor.write(text.join(''));
      noteRemoved(last, [...editor.content().text]);
    }
    const news = editor.take();
    const answer = await attempt(() => device.store.exchange(news));
    if (!answer) {
      // Not saved: the editor says so, keeps it, and may be closed all the same.
      editor.giveBack(news);
      if (random.chance(0.5)) device.editors.delete(subject.entity);
      else unsaved.set(editor, [...(unsaved.get(editor) ?? []), ...typed]);
      return;
    }
    if (answer.update) editor.receive(answer.update);
    for (const char of [...(unsaved.get(editor) ?? []), ...typed]) stored.set(char, subject.entity);
    unsaved.delete(editor);
  }

  function freshCharacter(): string {
    // Half of a pair must never go astray.
    if (nextCharacter === 0xa000) nextCharacter = 0x20000;
    const code = nextCharacter++;
    return String.fromCodePoint(code % 7 === 0 ? 0x20000 + code : code);
  }

  function noteRemoved(before: readonly string[], after: readonly string[]): void {
    const left = new Set(after);
    for (const char of before) if (!left.has(char)) removed.add(char);
  }

  async function decorate(device: Device): Promise<void> {
    count('decorate');
    const subject = random.pick(SUBJECTS);
    if (random.chance(0.4)) {
      const note = await device.store.read(subject.entity);
      const tag = note?.tags.length ? random.pick(note.tags) : null;
      if (tag) {
        untagged.add(tag);
        await attempt(() => device.store.removeTag(subject.entity, tag));
      }
      return;
    }
    const tag = `tag${++nextName}`;
    const done = await attempt(() => device.store.addTag(subject, tag).then(() => true));
    if (done) tagged.set(tag, subject.entity);
    const passage = { text: `said ${tag}`, title: 'A story', url: 'https://news.example/', day: null };
    await attempt(() => device.store.addQuote(subject, passage));
  }

  async function bin(device: Device): Promise<void> {
    const { entity } = random.pick(SUBJECTS);
    const note = await device.store.read(entity);
    if (note?.kept) {
      count('bin');
      binned.add(entity);
      await attempt(() => device.store.remove(entity));
    } else if (note) await attempt(() => device.store.takeBack(entity));
  }

  async function version(device: Device): Promise<void> {
    const { entity } = random.pick(SUBJECTS);
    const versions = await device.store.versions(entity);
    if (versions.length === 0) return;
    count('version');
    const before = (await device.store.read(entity))?.text ?? '';
    const { id, text } = random.pick(versions);
    noteRemoved([...before], [...text]);
    await attempt(() => device.store.restoreVersion(entity, id));
  }

  async function backup(device: Device): Promise<void> {
    const old = backups.length > 0 && random.chance(0.4) ? random.pick(backups) : null;
    count(old ? 'restored backup' : 'backup');
    if (old) await attempt(() => device.store.merge(old));
    else backups.push([...(await device.store.allDocs())]);
  }

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

  async function passphrase(device: Device): Promise<void> {
    const signal = new AbortController().signal;
    const rows = await device.ledger.remotes();
    const ring = await device.ledger.ring();
    const remotes = rows.map((row) => device.open(row, ring));
    const next = `passphrase ${++nextName}`;
    const options = { workFactor: 1 };
    try {
      if (ring && random.chance(0.5)) await replacePassphrase(device.ledger, { to: next }, options);
      else if (!ring) await setPassphrase(device.ledger, remotes, next, signal, options);
      else return await tryToUnlock(device);
      passphrases.push(next);
      count('passphrase');
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.code === 'locked') await tryToUnlock(device);
    } finally {
      await learnKeys(device);
    }
  }

  /** With every passphrase that the reader ever chose, the latest first. */
  async function tryToUnlock(device: Device): Promise<void> {
    count('unlock');
    const rows = await device.ledger.remotes();
    const remotes = rows.map((row) => device.open(row, null));
    for (const known of passphrases.toReversed()) {
      try {
        await unlock(device.ledger, remotes, known, new AbortController().signal, { workFactor: 1 });
      } catch (error) {
        if (!(error instanceof SyncError)) throw error;
      }
    }
    await learnKeys(device);
  }

  async function learnKeys(device: Device): Promise<void> {
    for (const identity of (await device.ledger.ring())?.identities ?? []) keys.add(identity);
  }

  /** Undefined: this device could not store it, and said so. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if ((error as Error).name !== 'QuotaExceededError') throw error;
      count('disk full');
      return undefined;
    }
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
          cancelAfter: random.chance(0.05) ? soon() : null,
          typeAfter: random.chance(0.2) ? soon() : null,
          type: () => type(device),
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
    if (outcome === 'well' && folder.staleLooks() === stale) await checkSuccess(device, id, holds);
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
    // What only the owner of a file can notice, at its next run.
    if (name && bytes && (what === 'rotten' || what === 'vanished')) {
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
    const left = mergeAll(everything);
    for (const [char, entity] of stored) {
      if (left.get(`note:${entity}`)?.characters.has(char)) continue;
      stored.delete(char);
      count('lost with its only device');
    }
    for (const [tag, entity] of tagged) if (!left.get(`note:${entity}`)?.tags.has(tag)) tagged.delete(tag);
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
            await tryToUnlock(device);
          }
          if (outcome instanceof SyncError && !['locked', 'damaged', 'storage'].includes(outcome.code)) throw outcome;
        }
      }
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
      for (const subject of SUBJECTS) await checkNote(device, subject.entity);
    }
    await checkFolders();
  }

  async function checkNote(device: Device, entity: string): Promise<void> {
    const note = await device.store.read(entity);
    const other = await devices[0]?.store.read(entity);
    if (note?.text !== other?.text) broken(`${device.name} reads another text of ${entity}`);
    const text = new Set(charactersOf(note?.text ?? ''));
    const gone = new Set(charactersOf((await device.store.removedPassages(entity)).join('')));
    for (const [char, owner] of stored) {
      if (owner !== entity || text.has(char)) continue;
      if (!gone.has(char)) broken(`${char} of ${entity} is lost on ${device.name}`);
      if (!removed.has(char)) broken(`${char} of ${entity} was removed by nobody, but on ${device.name} it is`);
    }
    for (const [tag, owner] of tagged) {
      if (owner !== entity || untagged.has(tag)) continue;
      if (!note?.tags.includes(tag)) broken(`${tag} of ${entity} is lost on ${device.name}`);
    }
    if (note && !note.kept && !binned.has(entity)) broken(`nobody put ${entity} into the bin`);
  }

  /** A new device with the passphrase finds everything there, and nothing open once there is a passphrase. */
  async function checkFolders(): Promise<void> {
    const sealed = (await Promise.all(devices.map((device) => device.ledger.ring()))).some((ring) => ring !== null);
    for (const [id, folder] of folders) {
      const holds = await reader.characters(folder);
      for (const char of stored.keys())
        if (!holds.has(char) && !hurtIn(folder).has(char)) broken(`${id} lacks ${char}`);
      const open = [...folder.files.keys()].filter((name) => !name.endsWith('.age'));
      if (sealed && open.length > 0) broken(`${id} still holds ${open.join(', ')}`);
    }
  }

  function broken(what: string): never {
    throw new BrokenLaw(`${what} (seed ${seed})`);
  }
}

/** What an open editor holds that could not be saved yet. */
const unsaved = new WeakMap<object, string[]>();
