/**
 * Reads every file that is new to this device: those of others, and unknown ones under its own name (a restored or
 * cloned profile). Damaged ones are recorded and retried at the next run. If others' files vanish meanwhile, we list
 * again, since a newer file has their content.
 */
import { type DocUpdate, isDamagedUpdate, isTooLarge, type RemoteFile } from '../../notes';
import { SyncError } from '../sync-error';
import { type AnyVisit, accusedFiles, type FileThere, isOwn, look, readUnlessWithheld, settle } from './folder-visit';
import { createGate, type Gate } from './hold-back';
import { setAside } from './memory';
import { type FileName, parseKnownName } from './names';
import { decodeSegment, type Segment } from './segment';

/** Documents per transaction: it takes some tens of milliseconds. */
const BATCH_DOCS = 250;
/** Bytes per transaction: they wait in memory. */
const BATCH_BYTES = 4 * 1024 * 1024;
const MOST_LOOKS = 3;

export async function pull(visit: AnyVisit): Promise<void> {
  await look(visit);
  const { names } = visit.memory.aside;
  for (const [name, why] of Object.entries(names)) {
    if (!visit.there.has(name)) delete names[name];
    else leaveAside(visit, name, why);
  }
  for (let looks = 1; ; looks++) {
    const vanished = await readUnseen(visit);
    if (vanished.length === 0) break;
    if (looks === MOST_LOOKS) {
      // Listed again and again, but never readable.
      for (const file of vanished) visit.unreadable.add(file.name);
      break;
    }
    await look(visit);
  }
  [visit.memory.next = ''] = visit.postponed;
  await missTheDeparted(visit);
}

/** One file at a time, so that memory holds only a few. */
async function readUnseen(visit: AnyVisit): Promise<FileThere[]> {
  const vanished: FileThere[] = [];
  let batch: Parcel[] = [];
  const gate = createGate(visit);
  for (const file of unseen(visit)) {
    if (gate.staysHeld(file)) continue;
    if (visit.budget.isSpent()) {
      visit.postponed.add(file.name);
      continue;
    }
    visit.step('read');
    visit.budget.ask();
    const segment = await readSegment(visit, gate, file);
    if (segment === 'gone') vanished.push(file);
    if (!segment || segment === 'gone') continue;
    hear(visit, file, segment);
    batch.push({ row: rowOf(visit, file, segment), updates: segment.docs });
    if (!isFull(batch)) continue;
    await acceptAll(visit, batch);
    batch = [];
  }
  if (batch.length > 0) await acceptAll(visit, batch);
  return vanished;
}

interface Parcel {
  readonly row: RemoteFile;
  readonly updates: readonly DocUpdate[];
}

function isFull(batch: readonly Parcel[]): boolean {
  const updates = batch.flatMap((parcel) => parcel.updates);
  return updates.length >= BATCH_DOCS || updates.reduce((bytes, { update }) => bytes + update.length, 0) >= BATCH_BYTES;
}

function rowOf(visit: AnyVisit, file: FileThere, segment: Segment): RemoteFile {
  return {
    remote: visit.remote.id,
    name: file.name,
    // Under this device's name but not known to be written by it: another life of this profile may still use it.
    own: isOwn(visit, file) && visit.memory.written.includes(file.name) ? 1 : 0,
    bytes: visit.there.get(file.name)?.bytes ?? 0,
    docs: [...new Set(segment.docs.map(({ doc }) => doc))],
  };
}

async function acceptAll(visit: AnyVisit, batch: readonly Parcel[]): Promise<void> {
  visit.step('merge');
  // Before the files count as read: their reports would not be read again.
  await visit.keep();
  try {
    await acceptParcels(visit, batch);
  } catch (error) {
    if (!isDamagedUpdate(error)) throw error;
    // One of them contains what no Yjs wrote: find it and take the others.
    for (const parcel of batch) await acceptSound(visit, parcel);
  }
}

/** A file with an invalid document does not count as read, but its other documents are taken. */
async function acceptSound(visit: AnyVisit, { row, updates }: Parcel): Promise<void> {
  try {
    await accept(visit, updates, [row]);
  } catch (error) {
    if (!isDamagedUpdate(error)) throw error;
    let sound = true;
    for (const update of updates) sound = (await acceptUnlessUnsound(visit, row.name, update)) && sound;
    if (sound) await accept(visit, [], [row]);
  }
}

async function acceptUnlessUnsound(visit: AnyVisit, file: string, update: DocUpdate): Promise<boolean> {
  try {
    await accept(visit, [update], []);
    return true;
  } catch (error) {
    if (!isDamagedUpdate(error)) throw error;
    // Its owner would write the same again.
    if (isTooLarge(error)) leaveAside(visit, file, 'too-large');
    else visit.unreadable.add(file);
    return false;
  }
}

const acceptParcels = (visit: AnyVisit, batch: readonly Parcel[]) =>
  accept(
    visit,
    batch.flatMap(({ updates }) => updates),
    batch.map(({ row }) => row),
  );

function* batchesOf(updates: readonly DocUpdate[]): Generator<readonly DocUpdate[]> {
  let batch: DocUpdate[] = [];
  let bytes = 0;
  for (const each of updates) {
    bytes += each.update.length;
    if (batch.length === BATCH_DOCS || (batch.length > 0 && bytes > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = each.update.length;
    }
    batch.push(each);
  }
  if (batch.length > 0) yield batch;
}

/** In short transactions; the last one marks the files as read. */
async function accept(
  { ledger, remote, known }: AnyVisit,
  updates: readonly DocUpdate[],
  read: readonly RemoteFile[],
): Promise<void> {
  const batches = [...batchesOf(updates)];
  const last = batches.pop() ?? [];
  for (const batch of batches) await ledger.accept(remote.id, batch, []);
  await ledger.accept(remote.id, last, read);
  for (const row of read) known.set(row.name, row);
}

/**
 * Each device's files in order of writing, known devices first: an attacker who invents devices delays nobody else. The
 * others start where the last visit stopped: unreadable files are requested at each visit, and must not take up all of
 * its time for ever.
 */
function unseen(visit: AnyVisit): FileThere[] {
  const { known, unreadable, withheld, locked, torn, tooLarge, newer, held, heldMore, leftOut, memory } = visit;
  const passed = [unreadable, withheld, locked, torn, tooLarge, newer, held, heldMore, leftOut, visit.postponed];
  const files = [...visit.there.values()]
    .filter(({ kind, name }) => kind === 'segment' && !known.has(name))
    .filter(({ name }) => !passed.some((names) => names.has(name)))
    .toSorted((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq));
  const strangers = files.filter(({ device }) => !memory.heard[device]);
  const start = Math.max(
    0,
    strangers.findIndex(({ name }) => name === memory.next),
  );
  return [
    ...files.filter(({ device }) => memory.heard[device]),
    ...strangers.slice(start),
    ...strangers.slice(0, start),
  ];
}

function leaveAside(visit: AnyVisit, name: string, why: 'newer' | 'too-large'): void {
  (why === 'newer' ? visit.newer : visit.tooLarge).add(name);
  setAside(visit.memory, name, why);
}

/** Null: unreadable, with the reason recorded. */
async function readSegment(visit: AnyVisit, gate: Gate, file: FileThere): Promise<Segment | 'gone' | null> {
  if (visit.withheld.size >= MOST_WITHHELD) return null;
  const reading = await readUnlessWithheld(visit, file);
  visit.budget.spend(reading.state === 'whole' ? reading.cargo.length : 0);
  if (reading.state === 'withheld') return null;
  if (reading.state === 'gone') return 'gone';
  if (reading.state === 'torn') {
    (isOwn(visit, file) && reading.there ? visit.torn : visit.unreadable).add(file.name);
    return null;
  }
  // If the remote reports no sizes, this one is known now.
  visit.there.set(file.name, { ...file, bytes: file.bytes ?? reading.cargo.length });
  const { cargo } = reading;
  const decode = (packed: Uint8Array) => decodeSegment(packed, undefined, (bytes) => visit.budget.spend(bytes));
  try {
    if (!gate.mayBeRead(file, cargo, () => decode(cargo))) return null;
    return asTrusted(visit, file, decode(await visit.vault.open(cargo)));
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.code === 'locked') visit.locked.add(file.name);
    else if (error.code === 'damaged') visit.unreadable.add(file.name);
    else if (error.code === 'newer' || error.code === 'too-large') leaveAside(visit, file.name, error.code);
    else throw error;
    return null;
  }
}

/** After this many withheld files we request no more; this device's own changes are still delivered. */
const MOST_WITHHELD = 3;

/** From an unsealed file we take notes, but no settings and no claims about other files. */
function asTrusted({ ring }: AnyVisit, file: FileName, segment: Segment): Segment {
  if (!ring || file.protection === 'sealed') return segment;
  return { ...segment, docs: segment.docs.filter(({ doc }) => doc !== 'settings'), unreadable: [], replaces: [] };
}

/** Their reports are in a row that is stored several times a run. */
const MOST_DEVICES = 100;

/** Keeps each device's latest report. Numbers restart in an emptied folder: the old report's file is gone then. */
function hear(visit: AnyVisit, file: FileThere, segment: Segment): void {
  if (isOwn(visit, file)) return;
  const { known, memory } = visit;
  const isNewDevice = !memory.heard[file.device];
  if (isNewDevice && Object.keys(memory.heard).length >= MOST_DEVICES) return;
  const replaced = segment.replaces.filter((name) => parseKnownName(name)?.device === file.device && known.has(name));
  memory.replaced = [...new Set([...memory.replaced, ...replaced])];
  const last = memory.heard[file.device];
  if (last && last.seq > file.seq && visit.there.has(last.name)) return;
  const { name, at, count, digest, unreadable } = segment;
  memory.heard[file.device] = { seq: file.seq, name: file.name, unreadable: [...unreadable] };
  visit.reports.set(file.device, { device: file.device, name, at, count, digest });
}

/**
 * Writes the content of others' missing or torn files again from here, unless the owner says which later file replaces
 * them: someone else may have removed or torn them, and their owners may never come back. The same goes for files that
 * another device could not read. Drops rows of files that are gone and reports of devices without files.
 */
async function missTheDeparted(visit: AnyVisit): Promise<void> {
  const { known, there, memory, reports, ledger, remote } = visit;
  const others = [...known.values()].filter(({ own }) => !own);
  const accused = accusedFiles(visit);
  const gone = others.filter(({ name }) => !there.has(name));
  const torn = others.filter(({ name, bytes }) => (there.get(name)?.bytes ?? bytes) !== bytes);
  // An owner restored from an old database may write these documents again without their later content.
  const replaced = new Set(memory.replaced);
  const rotten = others.filter(({ name, docs }) => there.has(name) && docs.length > 0 && accused.has(name));
  const missed = [...gone.filter(({ name }) => !replaced.has(name)), ...torn, ...rotten];
  const docs = new Set(missed.flatMap((file) => file.docs));
  if (docs.size > 0) await ledger.enqueue(remote.id, [...docs]);
  const names = gone.map(({ name }) => name);
  // Remembering the new size, or no documents, makes this happen only once.
  const seen = [
    ...torn.map((file) => ({ ...file, bytes: there.get(file.name)?.bytes ?? file.bytes })),
    ...rotten.map((file) => ({ ...file, docs: [] })),
  ];
  if (names.length + seen.length > 0) await settle(visit, [], seen, names);
  memory.replaced = memory.replaced.filter((name) => known.has(name));
  const devices = new Set([...there.values()].map(({ device }) => device));
  for (const device of reports.keys()) if (!devices.has(device)) reports.delete(device);
  for (const device of Object.keys(memory.heard)) if (!devices.has(device)) delete memory.heard[device];
}
