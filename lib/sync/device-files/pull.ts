/**
 * Reads every file that this device has not seen: those of others, and those under its own name that it does not know
 * (a restored or cloned profile). Damaged ones are named and tried again at the next run; files of others whose owner
 * took them away meanwhile are looked for once more, since what they said stands in a newer one.
 */
import { DamagedUpdateError, type DocUpdate, type RemoteFile } from '../../notes';
import { SyncError } from '../sync-error';
import { type FileName, parseName } from './names';
import { decodeSegment, type Segment } from './segment';
import { type AnyVisit, accusedFiles, type FileThere, isOwn, look, readUnlessWithheld, settle } from './visit';

/** Documents per transaction: some tens of milliseconds. */
const BATCH_DOCS = 250;
const MOST_LOOKS = 3;

export async function pull(visit: AnyVisit): Promise<void> {
  await look(visit);
  for (let looks = 1; ; looks++) {
    const vanished = await readUnseen(visit);
    if (vanished.length === 0) break;
    if (looks === MOST_LOOKS) {
      // Listed again and again, but not to be had.
      for (const file of vanished) visit.unreadable.add(file.name);
      break;
    }
    await look(visit);
  }
  await missTheDeparted(visit);
}

async function readUnseen(visit: AnyVisit): Promise<FileThere[]> {
  const vanished: FileThere[] = [];
  let batch: Parcel[] = [];
  const files = unseen(visit);
  const early = await readLatest(visit, files);
  for (const file of files) {
    visit.step('read');
    const segment = early.has(file.name) ? early.get(file.name) : await readSegment(visit, file);
    early.delete(file.name);
    if (segment === 'gone') vanished.push(file);
    if (!segment || segment === 'gone') continue;
    hear(visit, file, segment);
    batch.push({ row: rowOf(visit, file, segment), updates: segment.docs });
    if (countDocs(batch) < BATCH_DOCS) continue;
    await acceptAll(visit, batch);
    batch = [];
  }
  if (batch.length > 0) await acceptAll(visit, batch);
  return vanished;
}

/** The latest file of each device, before any is merged: one of a newer Backstory stops the run, and nothing was touched. */
async function readLatest(visit: AnyVisit, files: readonly FileThere[]): Promise<Map<string, Segment | 'gone' | null>> {
  const latest = new Map(files.map((file) => [file.device, file]));
  const read = new Map<string, Segment | 'gone' | null>();
  for (const file of latest.values()) {
    visit.step('read');
    read.set(file.name, await readSegment(visit, file));
  }
  return read;
}

interface Parcel {
  readonly row: RemoteFile;
  readonly updates: readonly DocUpdate[];
}

const countDocs = (batch: readonly Parcel[]) => batch.reduce((count, { updates }) => count + updates.length, 0);

function rowOf(visit: AnyVisit, file: FileThere, segment: Segment): RemoteFile {
  return {
    remote: visit.remote.id,
    name: file.name,
    // Under this device's name, but not known to have been written by it: another life of this profile may still use it.
    own: isOwn(visit, file) && visit.memory.written.includes(file.name) ? 1 : 0,
    bytes: visit.there.get(file.name)?.bytes ?? 0,
    docs: [...new Set(segment.docs.map(({ doc }) => doc))],
  };
}

async function acceptAll(visit: AnyVisit, batch: readonly Parcel[]): Promise<void> {
  visit.step('merge');
  // Before the files count as read: what they told would not be read again.
  await visit.keep();
  try {
    await acceptParcels(visit, batch);
  } catch (error) {
    if (!(error instanceof DamagedUpdateError)) throw error;
    // One of them holds what no Yjs has written: find out which, and take the others.
    for (const parcel of batch) await acceptSound(visit, parcel);
  }
}

/** A file with an unsound document does not count as read, but the other documents in it are nobody's fault. */
async function acceptSound(visit: AnyVisit, { row, updates }: Parcel): Promise<void> {
  try {
    await accept(visit, updates, [row]);
  } catch (error) {
    if (!(error instanceof DamagedUpdateError)) throw error;
    visit.unreadable.add(row.name);
    for (const update of updates) await acceptUnlessUnsound(visit, update);
  }
}

async function acceptUnlessUnsound(visit: AnyVisit, update: DocUpdate): Promise<void> {
  try {
    await accept(visit, [update], []);
  } catch (error) {
    if (!(error instanceof DamagedUpdateError)) throw error;
  }
}

const acceptParcels = (visit: AnyVisit, batch: readonly Parcel[]) =>
  accept(
    visit,
    batch.flatMap(({ updates }) => updates),
    batch.map(({ row }) => row),
  );

/** In short transactions, the files noted as read with the last one. */
async function accept(
  { ledger, remote, known }: AnyVisit,
  updates: readonly DocUpdate[],
  read: readonly RemoteFile[],
): Promise<void> {
  let at = 0;
  for (; updates.length - at > BATCH_DOCS; at += BATCH_DOCS) {
    await ledger.accept(remote.id, updates.slice(at, at + BATCH_DOCS), []);
  }
  await ledger.accept(remote.id, updates.slice(at), read);
  for (const row of read) known.set(row.name, row);
}

/** In the order in which each device wrote them. */
function unseen(visit: AnyVisit): FileThere[] {
  const { known, unreadable, withheld, locked, torn } = visit;
  return [...visit.there.values()]
    .filter(({ kind, name }) => kind === 'segment' && !known.has(name))
    .filter(({ name }) => !unreadable.has(name) && !withheld.has(name))
    .filter(({ name }) => !locked.has(name) && !torn.has(name))
    .toSorted((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq));
}

/** Null: not readable, and noted why. */
async function readSegment(visit: AnyVisit, file: FileThere): Promise<Segment | 'gone' | null> {
  if (visit.withheld.size >= MOST_WITHHELD) return null;
  const reading = await readUnlessWithheld(visit, file);
  if (reading.state === 'withheld') return null;
  if (reading.state === 'gone') return 'gone';
  if (reading.state === 'torn') {
    (isOwn(visit, file) && reading.there ? visit.torn : visit.unreadable).add(file.name);
    return null;
  }
  // Where the place tells no sizes, it is known from now on.
  visit.there.set(file.name, { ...file, bytes: file.bytes ?? reading.cargo.length });
  try {
    return asTrusted(visit, file, decodeSegment(await visit.vault.open(reading.cargo)));
  } catch (error) {
    if (error instanceof SyncError && error.code === 'locked') visit.locked.add(file.name);
    else if (error instanceof SyncError && error.code === 'damaged') visit.unreadable.add(file.name);
    else throw error;
    return null;
  }
}

/** Where so many are not to be had, the others are not asked for either; what this device has to deliver is. */
const MOST_WITHHELD = 3;

/** Who has access but no key can leave plain files in a sealed folder: notes that were typed, but no settings. */
function asTrusted({ ring }: AnyVisit, file: FileName, segment: Segment): Segment {
  if (!ring || file.protection === 'sealed') return segment;
  return { ...segment, docs: segment.docs.filter(({ doc }) => doc !== 'settings') };
}

/** The latest report of each other device. Numbers start anew where a folder was emptied: then the old report is gone. */
function hear(visit: AnyVisit, file: FileThere, segment: Segment): void {
  if (isOwn(visit, file)) return;
  const { known, memory } = visit;
  const replaced = segment.replaces.filter((name) => parseName(name)?.device === file.device && known.has(name));
  memory.replaced = [...new Set([...memory.replaced, ...replaced])];
  const last = memory.heard[file.device];
  if (last && last.seq > file.seq && visit.there.has(last.name)) return;
  const { name, at, count, digest, unreadable } = segment;
  memory.heard[file.device] = { seq: file.seq, name: file.name, unreadable: [...unreadable] };
  visit.reports.set(file.device, { device: file.device, name, at, count, digest });
}

/**
 * What files of others said goes there again from here, unless their owner took them away and said in which later file
 * it stands: somebody else may have removed or torn them, and their owners may never come back. So does what another
 * device could not read of them. Rows of what is gone are of no more use, and neither are the reports of devices without
 * any file.
 */
async function missTheDeparted(visit: AnyVisit): Promise<void> {
  const { known, there, memory, reports, ledger, remote } = visit;
  const others = [...known.values()].filter(({ own }) => !own);
  const accused = accusedFiles(visit);
  const gone = others.filter(({ name }) => !there.has(name));
  const torn = others.filter(({ name, bytes }) => (there.get(name)?.bytes ?? bytes) !== bytes);
  // An owner who was set back to an older database may write of the same documents without all that he once said of them.
  const replaced = new Set(memory.replaced);
  const rotten = others.filter(({ name, docs }) => there.has(name) && docs.length > 0 && accused.has(name));
  const missed = [...gone.filter(({ name }) => !replaced.has(name)), ...torn, ...rotten];
  const docs = new Set(missed.flatMap((file) => file.docs));
  if (docs.size > 0) await ledger.enqueue(remote.id, [...docs]);
  const names = gone.map(({ name }) => name);
  // The new size, or no documents: once is enough.
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
