/** Delivers what is pending, and tells the others how this device stands. */
import type { Pending } from '../../notes';
import type { Protection } from '../types';
import { isReported, settle, type Visit, writeSegment } from './visit';

/** Updates in one file, before packing: what a worker of 30 seconds can deliver over a slow line, and loses when it dies. */
export const SEGMENT_BYTES = 1_000_000;
const MOST_DOCS = 2000;

export async function push<P extends Protection>(visit: Visit<P>): Promise<void> {
  const { ledger, remote } = visit;
  for (let files = 0; ; files++) {
    const pending = await ledger.pending(remote.id, MOST_DOCS);
    // The file just written has told how this device stands; with ten thousand notes that is a tenth of a second to find.
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
