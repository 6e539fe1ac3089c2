/**
 * One visit to a folder: the state shared by all parts of an exchange. The rows of known files are kept in step with
 * the ledger, so that they are read once per visit.
 */
import type { DeviceRow } from '../../database';
import type { DocUpdate, RemoteFile } from '../../notes';
import type { ExchangeContext } from '../exchange';
import { readMemory } from '../exchange';
import { SyncError } from '../sync-error';
import type { Cargo, DeviceReport, FileEntry, FileStore, HeldFile, Protection, SyncTrouble, Vault } from '../types';
import type { VisitBudget } from './budget';
import { type FilesMemory, NAMES_REMEMBERED, readFilesMemory } from './memory';
import {
  composeName,
  type FileKind,
  type FileName,
  hashOf,
  isNewer,
  NUMBERS_END,
  parseKnownName,
  parseName,
} from './names';
import { encodeSegment, LARGEST_UNPACKED_BYTES } from './segment';

/** Larger ones are not ours: a segment holds at most 1 MB of updates, or a single document. */
const LARGEST_FILE_BYTES = LARGEST_UNPACKED_BYTES;

/** A file in the listing, with its name parsed. */
export type FileThere = FileName & FileEntry;

/** For parts that write nothing themselves: works for either protection. */
export interface AnyVisit extends Omit<ExchangeContext, 'memory' | 'remember'> {
  readonly store: Omit<FileStore<Protection>, 'write'>;
  readonly vault: Vault<Protection>;
  readonly device: DeviceRow;
  readonly memory: FilesMemory;
  readonly reports: Map<string, DeviceReport>;
  /** Everything this device has written or read there, by name. */
  readonly known: Map<string, RemoteFile>;
  /** The files there at the last look, by name. */
  readonly there: Map<string, FileThere>;
  /** Other devices' files found damaged in this visit. */
  readonly unreadable: Set<string>;
  /** Files that are listed but cannot be read. */
  readonly withheld: Set<string>;
  /** Files that no key here opens. */
  readonly locked: Set<string>;
  /** Torn files under this device's name: uploads it did not live to finish. */
  readonly torn: Set<string>;
  /** Files possibly from a newer Backstory: left alone. */
  readonly newer: Set<string>;
  /** Files, or notes in them, larger than a note can be. */
  readonly tooLarge: Set<string>;
  /** What is held back; `heldMore` would be too, but enough were examined already. */
  readonly heldBefore: ReadonlyMap<string, HeldFile>;
  readonly held: Map<string, HeldFile>;
  readonly heldMore: Set<string>;
  /** Held back, then refused by the reader. */
  readonly leftOut: Set<string>;
  /** What this visit may still read, and what must wait for the next one. */
  readonly budget: VisitBudget;
  readonly postponed: Set<string>;
  /** Stores the memory. */
  keep(): Promise<void>;
}

export interface FolderVisit<P extends Protection> extends AnyVisit {
  readonly store: FileStore<P>;
  readonly vault: Vault<P>;
}

export async function beginVisit<P extends Protection>(
  store: FileStore<P>,
  vault: Vault<P>,
  context: ExchangeContext,
  budget: VisitBudget,
): Promise<FolderVisit<P>> {
  const { ledger, remote } = context;
  const memory = readFilesMemory(context.memory);
  const { devices, held: heldBefore } = readMemory(remote);
  const reports = new Map(devices.map((report) => [report.device, report]));
  return {
    ...context,
    store,
    vault,
    memory,
    reports,
    device: await ledger.device(),
    known: new Map((await ledger.files(remote.id)).map((file) => [file.name, file])),
    there: new Map(),
    unreadable: new Set(),
    withheld: new Set(),
    locked: new Set(),
    torn: new Set(),
    newer: new Set(),
    tooLarge: new Set(),
    heldBefore: new Map(heldBefore.map((file) => [file.name, file])),
    held: new Map(),
    heldMore: new Set(),
    leftOut: new Set(),
    budget,
    postponed: new Set(),
    keep: () => context.remember({ devices: [...reports.values()], own: structuredClone(memory) }),
  };
}

/** Lists the folder. One strange name that a later Backstory might use does not block the rest. */
export async function look(visit: AnyVisit): Promise<void> {
  visit.step('look');
  const entries = await visit.store.list(visit.signal);
  visit.there.clear();
  visit.newer.clear();
  for (const { name, bytes } of entries) {
    const parsed = parseKnownName(name);
    if (parsed) visit.there.set(name, { ...parsed, bytes });
    else if (isNewer(name)) visit.newer.add(name);
  }
}

export type FileReading =
  | { readonly state: 'whole'; readonly cargo: Uint8Array }
  | { readonly state: 'gone' }
  /** `there`: torn on the remote; otherwise perhaps only in transit. */
  | { readonly state: 'torn'; readonly there: boolean };

/** Refusals that may concern just one file: quarantined by a virus scanner, locked by a program, lost by the server. */
const OF_ONE_FILE: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>(['forbidden', 'locked-file', 'server', 'failed']);

/** Like `readWhole`; a withheld file is recorded and does not block the others. */
export async function readUnlessWithheld(
  visit: AnyVisit,
  file: FileThere,
): Promise<FileReading | { readonly state: 'withheld' }> {
  try {
    return await readWhole(visit, file);
  } catch (error) {
    if (!(error instanceof SyncError && OF_ONE_FILE.has(error.code))) throw error;
    visit.withheld.add(file.name);
    return { state: 'withheld' };
  }
}

/** Reads a file and checks it against its name. If it arrives torn, it is requested once more. */
async function readWhole(visit: AnyVisit, file: FileThere): Promise<FileReading> {
  if (file.bytes !== null && file.bytes > LARGEST_FILE_BYTES) return { state: 'torn', there: false };
  let there = true;
  let before: number | null = null;
  for (let asked = 0; asked < 2; asked++) {
    const cargo = await visit.store.read(file.name, visit.signal);
    if (!cargo) return { state: 'gone' };
    if (hashOf(cargo) === file.hash) return { state: 'whole', cargo };
    // Without reported sizes, it is torn on the remote if both reads have the same size.
    there &&= cargo.length === (file.bytes ?? before ?? cargo.length);
    before = cargo.length;
  }
  return { state: 'torn', there };
}

/**
 * Writes documents and this device's report, reads them back and compares. The caller settles: until then only
 * `written` records that the file exists.
 */
export async function writeSegment<P extends Protection>(
  visit: FolderVisit<P>,
  docs: readonly DocUpdate[],
  replaces: readonly string[] = [],
): Promise<RemoteFile> {
  const { ledger, device, vault } = visit;
  const report = { ...(await ledger.digest()), unreadable: [...visit.unreadable].toSorted(), name: device.name };
  const seq = nextSeq(visit);
  const packed = encodeSegment({ ...report, device: device.device, seq, at: visit.now(), replaces, docs });
  const cargo = await vault.close(packed);
  const row = await writeChecked(visit, 'segment', seq, cargo, [...new Set(docs.map(({ doc }) => doc))]);
  visit.memory.published = { name: row.name, told: JSON.stringify(report) };
  return row;
}

/** Is the report that the others can read still current? */
export async function isReported(visit: AnyVisit): Promise<boolean> {
  const { published } = visit.memory;
  if (!published || !visit.there.has(published.name)) return false;
  // The others use the latest report of a device name: a twin (a cloned profile) without complaints must not hide ours.
  if (visit.unreadable.size > 0 && twinSpokeAfter(visit, published.name)) return false;
  const unreadable = [...visit.unreadable].toSorted();
  const report = { ...(await visit.ledger.digest()), unreadable, name: visit.device.name };
  return published.told === JSON.stringify(report);
}

function twinSpokeAfter(visit: AnyVisit, published: string): boolean {
  const last = parseName(published)?.seq ?? 0;
  return [...visit.there.values()].some(
    (file) => isOwn(visit, file) && file.kind === 'segment' && file.seq > last && visit.known.get(file.name)?.own !== 1,
  );
}

export async function writeChecked<P extends Protection>(
  visit: FolderVisit<P>,
  kind: FileKind,
  seq: number,
  cargo: Cargo<P>,
  docs: RemoteFile['docs'],
): Promise<RemoteFile> {
  const { store, signal, memory, remote, vault } = visit;
  const name = composeName(visit.device.device, kind, seq, cargo, vault.protection);
  const file = parseName(name);
  if (!file) throw new SyncError('failed', name);
  memory.written = [...memory.written, name].slice(-NAMES_REMEMBERED);
  await visit.keep();
  visit.step('write');
  await store.write(name, cargo, signal);
  visit.step('check');
  const back = await store.read(name, signal);
  if (!back || !sameBytes(back, cargo)) {
    throw new SyncError('not-verified', name);
  }
  visit.there.set(name, { ...file, bytes: cargo.length });
  return { remote: remote.id, name, own: 1, bytes: cargo.length, docs };
}

/** Records what was written and read back, and what is gone. */
export async function settle(
  visit: AnyVisit,
  delivered: Parameters<ExchangeContext['ledger']['settle']>[1],
  written: readonly RemoteFile[],
  gone: readonly string[],
): Promise<void> {
  await visit.ledger.settle(visit.remote.id, delivered, written, gone);
  for (const file of written) visit.known.set(file.name, file);
  for (const name of gone) visit.known.delete(name);
}

/**
 * Removes torn files whose documents were delivered again. They are first recorded as empty: if the server refuses to
 * delete them, the next run does not repeat the delivery.
 */
export async function removeTorn(visit: AnyVisit, names: readonly string[]): Promise<void> {
  const emptied = names.flatMap((name) => {
    const row = visit.known.get(name);
    return row && row.docs.length > 0 ? [{ ...row, docs: [] }] : [];
  });
  if (emptied.length > 0) await settle(visit, [], emptied, []);
  await removeFiles(visit, names);
}

/** Removes files that are not needed. Their rows go last: if the worker dies in between, it rewrites what it misses. */
export async function removeFiles(visit: AnyVisit, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  visit.step('tidy');
  for (const name of names) {
    await visit.store.remove(name, visit.signal);
    visit.there.delete(name);
  }
  const noted = names.filter((name) => visit.known.has(name));
  if (noted.length > 0) await settle(visit, [], [], noted);
}

/** Files that other devices could not read, by their last reports. */
export const accusedFiles = ({ memory }: AnyVisit): ReadonlySet<string> =>
  new Set(Object.values(memory.heard).flatMap(({ unreadable }) => unreadable));

export const isOwn = (visit: AnyVisit, file: FileName) => file.device === visit.device.device;

/** Files of one kind that this device wrote and recorded, in order of writing. */
export function ownFiles(visit: AnyVisit, kind: FileKind): (RemoteFile & { readonly seq: number })[] {
  return [...visit.known.values()]
    .flatMap((file) => {
      const name = file.own ? parseName(file.name) : null;
      return name?.kind === kind ? [{ ...file, seq: name.seq }] : [];
    })
    .toSorted((a, b) => a.seq - b.seq);
}

/** Above every number under this device's name, so that a restored old database does not reuse any. */
export function nextSeq(visit: AnyVisit): number {
  const known = [...visit.known.keys()].flatMap((name) => parseName(name) ?? []);
  const own = [...visit.there.values(), ...known].filter((file) => isOwn(visit, file) && file.seq < NUMBERS_END);
  return own.reduce((last, { seq }) => Math.max(last, seq), 0) + 1;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
