/**
 * Keeps own files few and none under an old key. The order never changes: write the new file, read it back, record it;
 * only then remove the old ones.
 */
import type { DocId } from '../../database';
import { SyncError } from '../sync-error';
import type { Protection } from '../types';
import {
  type AnyVisit,
  type FolderVisit,
  ownFiles,
  removeFiles,
  removeTorn,
  settle,
  writeSegment,
} from './folder-visit';
import { planJoining } from './plan-joining';
import { firstParcel, SEGMENT_BYTES } from './push';

export async function tidy<P extends Protection>(
  visit: FolderVisit<P>,
  torn: readonly string[],
  keyring: string | null,
): Promise<void> {
  await removeTorn(visit, torn);
  await removeFiles(visit, [...visit.leftOut]);
  if (rests(visit)) return;
  await renewStale(visit, keyring);
  const joined = planJoining(
    ownFiles(visit, 'segment').filter(({ docs }) => docs.length > 0),
    SEGMENT_BYTES,
  );
  if (joined.length > 0) await replace(visit, joined);
  await removeOldReports(visit);
}

async function renewStale<P extends Protection>(visit: FolderVisit<P>, keyring: string | null): Promise<void> {
  const { memory, known, there } = visit;
  if (memory.stale.length === 0) return;
  const stale = memory.stale.filter((name) => there.has(name) && name !== keyring);
  await replace(
    visit,
    stale.map((name) => known.get(name) ?? { name, docs: [] }),
  );
  memory.stale = [];
  await visit.keep();
}

/** Writes the current documents of some files, then removes the files. */
async function replace<P extends Protection>(
  visit: FolderVisit<P>,
  files: readonly { readonly name: string; readonly docs: readonly DocId[] }[],
): Promise<void> {
  const names = files.map(({ name }) => name);
  let docs = await visit.ledger.states([...new Set(files.flatMap((file) => file.docs))]);
  while (docs.length > 0) {
    const parcel = firstParcel(docs);
    docs = docs.slice(parcel.length);
    // Only the last one says what was replaced: by then the others are written too.
    await settle(visit, [], [await writeSegment(visit, parcel, docs.length === 0 ? names : [])], []);
  }
  try {
    await removeFiles(visit, names);
    visit.memory.rest = null;
  } catch (error) {
    if (error instanceof SyncError && error.code !== 'cancelled') await rest(visit);
    throw error;
  }
}

const FIRST_REST_MS = 60 * 60_000;
const LONGEST_REST_MS = 7 * 24 * FIRST_REST_MS;

async function rest(visit: AnyVisit): Promise<void> {
  const last = visit.memory.rest;
  // Once may be chance: the next run tries again.
  const ms = last ? Math.min(Math.max(2 * last.ms, FIRST_REST_MS), LONGEST_REST_MS) : 0;
  visit.memory.rest = { until: visit.now() + ms, ms };
  await visit.keep();
}

/** A clock that was set back ends a rest. */
function rests({ memory, now }: AnyVisit): boolean {
  const left = (memory.rest?.until ?? 0) - now();
  return left > 0 && left <= LONGEST_REST_MS;
}

/** A file with nothing but a report is replaced by any later one. */
async function removeOldReports(visit: AnyVisit): Promise<void> {
  const own = ownFiles(visit, 'segment');
  const last = own.at(-1)?.name;
  await removeFiles(
    visit,
    own.filter(({ docs, name }) => docs.length === 0 && name !== last).map(({ name }) => name),
  );
}
