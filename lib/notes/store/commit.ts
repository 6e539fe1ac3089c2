/**
 * The one way in which anything is written to notes: documents, the rows made from them, versions and what every remote
 * has yet to get change together or not at all.
 *
 *   open each document ─► work on it ─► nothing changed? leave it
 *                                    └► docs + notes + versions + outbox of all remotes but the one it came from
 */
import * as Y from 'yjs';
import type { BackstoryDatabase, DocId, DocRow, NoteRow, OutboxRow, RemoteId, VersionRow } from '../../database';
import type { EntityKey } from '../../facts';
import { type NoteContent, readContent } from '../document/content';
import {
  DamagedUpdateError,
  forgetWaiting,
  isWaiting,
  type OpenDocument,
  openDocument,
} from '../document/open-document';
import { charactersOf, refuseTooLarge, refuseTooMany } from '../document/refuse-too-large';
import { markChanged } from './change-marks';
import { entityOf } from './doc-id';
import { register } from './identities';
import { changeKeptCount } from './kept-count';
import { noteRow } from './note-row';
import type { StoreParts } from './parts';
import { sameBytes } from './same-bytes';

/** As many as a reader looks through; removed passages also contain everything ever written. */
export const VERSIONS_KEPT = 30;

export interface Work {
  readonly doc: DocId;
  readonly act: (open: OpenDocument, now: number) => void;
  readonly endedBy: VersionRow['endedBy'];
}

export const writtenTables = (database: BackstoryDatabase) => [
  database.docs,
  database.notes,
  database.versions,
  database.outbox,
  database.remotes,
  database.remoteFiles,
  database.identities,
  database.meta,
];

/** One transaction; returns the documents that changed. */
export async function commit(parts: StoreParts, works: readonly Work[]): Promise<readonly DocId[]> {
  const { database } = parts;
  const changed = await database.transaction('rw', writtenTables(database), () => commitInside(parts, works, null));
  if (changed.length > 0) parts.committed?.(changed, null);
  return changed;
}

interface Change {
  readonly doc: DocRow;
  /** What the others lack. */
  readonly update: Uint8Array;
  readonly note: NoteRow | null;
  readonly version: Omit<VersionRow, 'id'> | null;
  /** By how many the kept notes grew. */
  readonly kept: number;
  /** Keys with a note for the first time. */
  readonly keys: readonly EntityKey[];
}

/** Call inside a transaction over `writtenTables`. At most one work per document. */
export async function commitInside(
  { database, now, session }: StoreParts,
  works: readonly Work[],
  from: RemoteId | null,
): Promise<readonly DocId[]> {
  const at = now();
  const [docs, notes, remotes] = await Promise.all([
    database.docs.bulkGet(works.map(({ doc }) => doc)),
    database.notes.bulkGet(works.map(({ doc }) => entityOf(doc) ?? '')),
    database.remotes.toCollection().primaryKeys(),
  ]);
  const changes: Change[] = [];
  works.forEach((work, index) => {
    const change = perform(work, docs[index]?.state ?? null, notes[index], session(), at);
    if (change) changes.push(change);
  });
  if (changes.length === 0) return [];
  await Promise.all([
    database.docs.bulkPut(changes.map(({ doc }) => doc)),
    database.notes.bulkPut(changes.flatMap(({ note }) => note ?? [])),
    addVersions(
      database,
      changes.flatMap(({ version }) => version ?? []),
    ),
    enqueue(
      database,
      remotes.filter((remote) => remote !== from),
      changes.map(({ doc, update }) => ({ doc: doc.id, update })),
      at,
    ),
    register(
      database,
      changes.flatMap(({ keys }) => keys),
    ),
  ]);
  await changeKeptCount(
    database,
    changes.reduce((sum, { kept }) => sum + kept, 0),
  );
  await markChanged(
    database,
    changes.flatMap(({ note }) => note ?? []),
  );
  return changes.map(({ doc }) => doc.id);
}

/**
 * What waits in a document for an update that may never come must not keep out others: if they contradict, it is
 * dropped. @throws DamagedUpdateError; then nothing is stored.
 */
function perform(
  work: Work,
  state: Uint8Array | null,
  before: NoteRow | undefined,
  session: number,
  at: number,
): Change | null {
  const open = openSound(work.doc, session, state);
  const waits = isWaiting(open);
  try {
    return performIn(open, work, state, before, at);
  } catch (error) {
    if (!waits || !(error instanceof DamagedUpdateError)) throw error;
    const again = openSound(work.doc, session, state);
    forgetWaiting(again);
    return performIn(again, work, null, before, at);
  }
}

function openSound(id: DocId, session: number, state: Uint8Array | null): OpenDocument {
  try {
    return openDocument(session, state);
  } catch (cause) {
    throw new DamagedUpdateError(id, { cause });
  }
}

/**
 * An update can apply without error and still leave a document that opens as a different one, or not at all: what comes
 * from elsewhere is reopened once before it is stored.
 */
function refuseUnlessSound({ id, state }: DocRow, content: NoteContent): void {
  if (readContent(openSound(id, 0, state)).digest !== content.digest) throw new DamagedUpdateError(id);
}

function performIn(
  open: OpenDocument,
  { doc: id, act, endedBy }: Work,
  state: Uint8Array | null,
  before: NoteRow | undefined,
  at: number,
): Change | null {
  const sessions = new Set(open.doc.store.clients.keys());
  const updates: Uint8Array[] = [];
  open.doc.on('update', (update) => updates.push(update));
  act(open, at);
  const waiting = isWaiting(open);
  if (updates.length === 0 && !waiting) return null;
  const doc = { id, state: Y.encodeStateAsUpdate(open.doc) };
  if (updates.length === 0 && state && sameBytes(doc.state, state)) return null;
  refuseTooMany(id, open, before);
  const content = readContent(open);
  refuseTooLarge(id, open.doc, doc.state, content, before ? charactersOf(before) : 0);
  if (endedBy !== 'edit') refuseUnlessSound(doc, content);
  // Something waiting for an earlier update triggers no event, but is part of the whole state.
  const update = waiting ? doc.state : updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
  const entity = entityOf(id);
  if (entity === null) return { doc, update, note: null, version: null, kept: 0, keys: [] };
  const note = noteRow(entity, content, before);
  const newSession = [...open.doc.store.clients.keys()].some((client) => !sessions.has(client));
  const version = before ? versionEnded(before, note, endedBy, newSession, at) : null;
  const keys = [...(before ? [] : [entity]), ...(note.place === undefined ? [] : [note.place])];
  return { doc, update, note, version, kept: note.kept - (before?.kept ?? 0), keys };
}

function versionEnded(
  before: NoteRow,
  after: NoteRow,
  endedBy: VersionRow['endedBy'],
  newSession: boolean,
  at: number,
): Omit<VersionRow, 'id'> | null {
  // Continued writing elsewhere must not push out older versions: one per session, unless text is removed.
  const goesOn =
    !newSession && (endedBy === 'edit' || (endedBy === 'merge' && after.text.length >= before.text.length));
  const textGoes = before.text !== after.text && !goesOn;
  const noteGoes = endedBy === 'delete' && before.kept !== after.kept;
  if (before.text === '' || !(textGoes || noteGoes)) return null;
  return { entity: before.entity, at, text: before.text, tags: before.tags, endedBy };
}

async function addVersions(database: BackstoryDatabase, versions: readonly Omit<VersionRow, 'id'>[]): Promise<void> {
  if (versions.length === 0) return;
  await database.versions.bulkAdd([...versions]);
  const entities: EntityKey[] = versions.map(({ entity }) => entity);
  const ids = await Promise.all(
    entities.map((entity) => database.versions.where('entity').equals(entity).primaryKeys()),
  );
  const tooOld = ids.flatMap((kept) => kept.slice(0, -VERSIONS_KEPT));
  if (tooOld.length > 0) await database.versions.bulkDelete(tooOld);
}

/** Adds to what each remote still lacks. Call inside a transaction that writes `outbox`. */
export async function enqueue(
  database: BackstoryDatabase,
  remotes: readonly RemoteId[],
  updates: readonly { readonly doc: DocId; readonly update: Uint8Array }[],
  at: number,
): Promise<void> {
  const wanted = remotes.flatMap((remote) => updates.map(({ doc, update }) => ({ remote, doc, update })));
  if (wanted.length === 0) return;
  const waiting = await database.outbox.bulkGet(wanted.map(({ remote, doc }) => [remote, doc]));
  const rows = wanted.map(({ remote, doc, update }, index): OutboxRow => {
    const before = waiting[index];
    if (!before) return { remote, doc, update, seq: 1, since: at };
    return { ...before, update: Y.mergeUpdates([before.update, update]), seq: before.seq + 1 };
  });
  await database.outbox.bulkPut(rows);
}
