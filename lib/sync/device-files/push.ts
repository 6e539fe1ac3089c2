/** Delivers what is pending, and reports this device's state to the others. */
import type { Pending } from '../../notes';
import type { Protection } from '../types';
import { type FolderVisit, isReported, settle, writeSegment } from './folder-visit';

/** Updates per file, before packing: what a worker can deliver in 30 seconds on a slow line, and loses if it dies. */
export const SEGMENT_BYTES = 1_000_000;
const MOST_DOCS = 2000;

export async function push<P extends Protection>(visit: FolderVisit<P>): Promise<void> {
  const { ledger, remote } = visit;
  for (let files = 0; ; files++) {
    const pending = await ledger.pending(remote.id, MOST_DOCS);
    // The file just written has the report; computing it takes a tenth of a second with ten thousand notes.
    if (pending.length === 0 && files > 0) return;
    if (pending.length === 0) break;
    const parcel = firstParcel(pending);
    const file = await writeSegment(visit, parcel);
    await settle(visit, parcel, [file], []);
  }
  if (await isReported(visit)) return;
  await settle(visit, [], [await writeSegment(visit, [])], []);
}

/** As many as fit, at least one. */
export function firstParcel<T extends Pick<Pending, 'update'>>(pending: readonly T[]): T[] {
  const parcel: T[] = [];
  let bytes = 0;
  for (const each of pending) {
    bytes += each.update.length;
    if (parcel.length > 0 && bytes > SEGMENT_BYTES) break;
    parcel.push(each);
  }
  return parcel;
}
