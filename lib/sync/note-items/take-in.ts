/**
 * The first half of an exchange: merges what others left in the account into the notes here, and puts what the account
 * turns out to lack into its outbox.
 *
 * Since the last writer of a key wins, a value of ours may vanish without a trace. So a new value is compared with the
 * document here before it is merged: if it lacks part of the document, that must be written again. The order matters:
 * first the outbox, then the merge that marks the value as seen. If the worker dies in between, the value is read
 * again.
 */
import type { DocId, KeyRow } from '../../database';
import { type DocUpdate, type Documents, isDamagedUpdate, isTooLarge, type RemoteFile } from '../../notes';
import type { ExchangeContext } from '../exchange';
import { SyncError } from '../sync-error';
import type { DeviceReport, HeldFile, Protection, Vault } from '../types';
import { keyId } from '../vault';
import { unpackDoc } from './doc-cargo';
import { createGate } from './hold-back';
import { type AccountContents, keyOfDoc, type Lying } from './layout';
import type { Memory } from './memory';
import { unpackReport } from './report';

/** Browsers may deliver the parts of a value one by one; after this long the rest will not come. */
export const PARTS_PATIENCE_MS = 10 * 60_000;
/** More than any outbox has; IndexedDB does not accept infinity. */
export const ALL_ROWS = 1_000_000;

/** For all values together; 100 kB of notes unpack to less than half of it. */
const LARGEST_UNPACKED_BYTES = 32 * 1024 * 1024;

type Whole = Extract<Lying, { state: 'whole' }>;

export interface TakenIn {
  /** Document → keys of its values, including those from before a key change. */
  readonly homes: ReadonlyMap<DocId, ReadonlySet<string>>;
  readonly reports: readonly DeviceReport[];
  readonly incomplete: Memory['incomplete'];
  /** A damaged value whose document this device does not have. */
  readonly damaged: string | null;
  /** A value larger than a note can be. */
  readonly tooLarge: string | null;
  /** Keys of values that this Backstory cannot read: they are not overwritten. */
  readonly blocked: ReadonlySet<string>;
  /** Keys of held-back values. */
  readonly heldKeys: ReadonlySet<string>;
  readonly held: readonly HeldFile[];
  readonly heldMore: number;
  /** Held-back items that the reader does not want. */
  readonly leftOut: readonly string[];
}

/** A permanent name for one content under one key. */
export const fileName = (key: string, hash: string) => `${key}:${hash}`;
export const keyIn = ({ name }: RemoteFile) => name.split(':')[0] ?? '';

export async function takeIn(
  context: ExchangeContext,
  vault: Vault<Protection>,
  account: AccountContents,
  memory: Memory,
): Promise<TakenIn> {
  const { ledger, documents, remote, ring } = context;
  const values = [...account.lying.values()];
  // A ring file means the notes are sealed: without a key here, nothing plain may be written.
  if (!ring && values.some(({ key }) => key.startsWith('k'))) throw new SyncError('locked');

  context.step('read');
  const files = await ledger.files(remote.id);
  const known = new Map(files.map((file) => [file.name, file]));
  // A run that died leaves two files for one key. The older may be back there, lacking what came later.
  const timesKnown = countByKey(files);
  const isSure = (file: RemoteFile) => timesKnown.get(keyIn(file)) === 1;
  const homes = new Map<DocId, Set<string>>();
  const addHome = (doc: DocId, key: string) => homes.set(doc, (homes.get(doc) ?? new Set()).add(key));
  const news: News[] = [];
  const lyingNames = new Set<string>();
  const broken: string[] = [];
  const blocked = new Set(values.flatMap(({ key, state }) => (state === 'newer' ? key : [])));
  const gate = createGate(context, memory, values);
  let tooLarge: string | null = null;
  let unpacked = 0;
  let locked = false;
  for (const value of values.filter(({ key }) => key.startsWith('n'))) {
    if (value.state !== 'whole') {
      if (value.state === 'damaged') broken.push(value.key);
      continue;
    }
    const name = fileName(value.key, value.hash);
    lyingNames.add(name);
    const file = known.get(name);
    const [seen] = file && isSure(file) ? file.docs : [];
    if (seen !== undefined) {
      addHome(seen, value.key);
      continue;
    }
    if (!file && !gate.lets(value, name)) continue;
    const update = unpacked > LARGEST_UNPACKED_BYTES ? 'too-large' : await openDoc(documents, vault, value);
    if (update === 'locked') locked = true;
    else if (update === 'damaged') broken.push(value.key);
    else if (update === 'too-large') {
      tooLarge ??= value.key;
      blocked.add(value.key);
    } else {
      unpacked += update.update.length;
      addHome(update.doc, value.key);
      news.push({ update, file: fileOf(context, value, update.doc) });
    }
  }

  context.step('merge');
  const incomplete = agesOf(values, memory, context.now());
  const unfinished = Object.keys(incomplete).filter(
    (key) => context.now() - (incomplete[key] ?? 0) < PARTS_PATIENCE_MS,
  );
  const toMend = [...broken, ...Object.keys(incomplete).filter((key) => !unfinished.includes(key))];
  const secret = keyId(ring);
  const rightKey = (doc: DocId) => keyOfDoc(doc, secret);
  const byKey = toMend.length > 0 ? keysEver(await ledger.docIds(), ring) : new Map<string, DocId>();

  const local = new Map(
    (await ledger.states(news.map(({ update }) => update.doc))).map(({ doc, update }) => [doc, update]),
  );
  const lacking = news.flatMap(({ update: { doc, update } }) => {
    const state = local.get(doc);
    return state && !documents.holdsAll(update, state) ? [doc] : [];
  });
  const seenDocs = new Set([...known.values()].flatMap(({ docs }) => docs));
  const homeless = [...new Set([...seenDocs, ...homes.keys()])].filter((doc) => {
    const key = rightKey(doc);
    return !homes.get(doc)?.has(key) && !unfinished.includes(key) && !blocked.has(key);
  });
  const mended = toMend.flatMap((key) => {
    const doc = byKey.get(key);
    if (doc !== undefined) addHome(doc, key);
    return doc ?? [];
  });
  // A value under its right key does not contain what came under another one.
  const moved = news.flatMap(({ update: { doc }, file }) => (keyIn(file) === rightKey(doc) ? [] : [doc]));
  const again = await notWaiting(context, new Set([...lacking, ...homeless, ...moved, ...mended]));

  const newDocs = news.map(({ update }) => update);
  // A new document can enter the outbox only once it is here.
  const here = again.filter((doc) => !newDocs.some((update) => update.doc === doc) || local.has(doc));
  if (here.length > 0) await ledger.enqueue(remote.id, here);
  for (const { update, file, why } of await acceptSound(context, news)) {
    const key = keyIn(file);
    if (why === 'damaged') broken.push(key);
    else {
      // Its own device would put it back each time.
      tooLarge ??= key;
      blocked.add(key);
      homes.get(update.doc)?.delete(key);
    }
  }
  const later = again.filter((doc) => !here.includes(doc));
  if (later.length > 0) await ledger.enqueue(remote.id, later);
  // A document whose value may still be completed stays remembered: if the value goes, it must be written again.
  const isUnfinished = ({ docs }: RemoteFile) => docs.some((doc) => unfinished.includes(rightKey(doc as DocId)));
  const gone = [...known.values()]
    .filter((file) => !lyingNames.has(file.name) && !isUnfinished(file))
    .map(({ name }) => name);
  if (gone.length > 0) await ledger.settle(remote.id, [], [], gone);

  const reports = await readReports(
    vault,
    values.filter((value) => gate.mayTell(value)),
  );
  if (locked || reports === 'locked') throw new SyncError('locked');
  return {
    homes,
    reports,
    incomplete,
    damaged: broken.find((key) => !byKey.has(key)) ?? null,
    tooLarge,
    blocked,
    ...gate.outcome(),
  };
}

interface News {
  readonly update: DocUpdate;
  readonly file: RemoteFile;
}

/**
 * A valid value may still contradict the document here: no Yjs wrote it, and it must not block the others. Returns such
 * values.
 */
async function acceptSound(
  { ledger, remote }: ExchangeContext,
  news: readonly News[],
): Promise<(News & { readonly why: 'damaged' | 'too-large' })[]> {
  const broken = new Map<DocId, 'damaged' | 'too-large'>();
  for (;;) {
    const sound = news.filter(({ update }) => !broken.has(update.doc));
    try {
      const files = sound.map(({ file }) => file);
      if (sound.length > 0) {
        await ledger.accept(
          remote.id,
          sound.map(({ update }) => update),
          files,
        );
      }
      return news.flatMap((each) => {
        const why = broken.get(each.update.doc);
        return why ? { ...each, why } : [];
      });
    } catch (error) {
      if (!isDamagedUpdate(error) || error.doc === null || broken.has(error.doc)) throw error;
      broken.set(error.doc, isTooLarge(error) ? 'too-large' : 'damaged');
    }
  }
}

export async function openDoc(
  { holdsAll }: Documents,
  vault: Vault<Protection>,
  { cargo }: Whole,
): Promise<DocUpdate | 'locked' | 'damaged' | 'too-large'> {
  try {
    const update = unpackDoc(await vault.open(cargo));
    holdsAll(update.update, update.update);
    return update;
  } catch (error) {
    if (error instanceof SyncError && (error.code === 'locked' || error.code === 'too-large')) return error.code;
    if (isTooLarge(error)) return 'too-large';
    if (error instanceof SyncError || isDamagedUpdate(error)) return 'damaged';
    throw error;
  }
}

function fileOf({ remote }: ExchangeContext, { key, hash, cargo }: Whole, doc: DocId): RemoteFile {
  return { remote: remote.id, name: fileName(key, hash), own: 0, bytes: cargo.length, docs: [doc] };
}

function countByKey(files: readonly RemoteFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(keyIn(file), (counts.get(keyIn(file)) ?? 0) + 1);
  return counts;
}

function agesOf(values: readonly Lying[], memory: Memory, now: number): Memory['incomplete'] {
  const apart = values.filter(({ key, state }) => key.startsWith('n') && state === 'incomplete');
  return Object.fromEntries(apart.map(({ key }) => [key, Math.min(memory.incomplete[key] ?? now, now)]));
}

/** The outbox may be long: it is read only if needed. */
async function notWaiting({ ledger, remote }: ExchangeContext, docs: ReadonlySet<DocId>): Promise<DocId[]> {
  if (docs.size === 0) return [];
  const waiting = new Set((await ledger.pending(remote.id, ALL_ROWS)).map(({ doc }) => doc));
  return [...docs].filter((doc) => !waiting.has(doc));
}

/** All keys a document may have: one for each vault key that this device knows, and the plain one. */
function keysEver(docs: readonly DocId[], ring: KeyRow | null): Map<string, DocId> {
  const secrets = [keyId(null), ...(ring?.identities ?? []).map((current) => keyId(ring && { ...ring, current }))];
  return new Map(secrets.flatMap((secret) => docs.map((doc) => [keyOfDoc(doc, secret), doc] as const)));
}

/** Skips a damaged report: its device will write another. */
async function readReports(vault: Vault<Protection>, values: readonly Lying[]): Promise<DeviceReport[] | 'locked'> {
  const reports: DeviceReport[] = [];
  for (const value of values) {
    if (!value.key.startsWith('d') || value.state !== 'whole') continue;
    try {
      reports.push(unpackReport(await vault.open(value.cargo)));
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.code === 'locked') return 'locked';
    }
  }
  return reports;
}
