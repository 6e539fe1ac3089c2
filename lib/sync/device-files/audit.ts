/**
 * Are this device's own files still there and whole? If not, their documents go into the outbox again: an emptied
 * folder is refilled, a rotten file replaced. A folder can never take a note from a device.
 */
import type { DocId } from '../../database';
import type { RemoteFile } from '../../notes';
import { type AnyVisit, accusedFiles, isOwn, ownFiles, readUnlessWithheld, settle } from './folder-visit';
import { parseName } from './names';
import { noteStale } from './note-stale';

/** Returns own files that are torn on the remote, to be removed once their content is delivered again. */
export async function audit(visit: AnyVisit): Promise<readonly string[]> {
  await doubtListing(visit);
  const own = ownFiles(visit, 'segment');
  const missing = own.filter(({ name }) => !visit.there.has(name));
  const torn = [...(await findTorn(visit, own)), ...(await findTornStrays(visit))];
  const docs = new Set<DocId>([...missing, ...torn].flatMap((file) => file.docs));
  if (docs.size > 0) await visit.ledger.enqueue(visit.remote.id, [...docs]);
  // After the enqueue: otherwise a worker that dies in between would not notice the loss again.
  const keyrings = ownFiles(visit, 'keyring').filter(({ name }) => !visit.there.has(name));
  const gone = [...missing, ...keyrings].map(({ name }) => name);
  if (gone.length > 0) await settle(visit, [], [], gone);
  await noteStale(visit);
  return [...torn.map(({ name }) => name), ...visit.torn];
}

/**
 * A listing may omit files that are there. They must not count as missing, or each run would write them all again. One
 * is read to find out, and recorded as withheld.
 */
async function doubtListing(visit: AnyVisit): Promise<void> {
  const missing = [...ownFiles(visit, 'segment'), ...ownFiles(visit, 'keyring')].flatMap(({ name, bytes }) => {
    const file = visit.there.has(name) ? null : parseName(name);
    return file ? [{ ...file, bytes }] : [];
  });
  const [first] = missing;
  if (!first) return;
  visit.step('read');
  if ((await readUnlessWithheld(visit, first)).state !== 'whole') return;
  visit.withheld.add(first.name);
  for (const file of missing) visit.there.set(file.name, file);
}

/**
 * Own files whose size is wrong or that another device could not read. We read them ourselves to decide: some servers
 * report wrong sizes, and the other device may just have had a bad connection.
 */
async function findTorn(visit: AnyVisit, own: ReturnType<typeof ownFiles>): Promise<typeof own> {
  const accused = accusedFiles(visit);
  const torn: typeof own = [];
  for (const file of own) {
    const entry = visit.there.get(file.name);
    if (!entry || ((entry.bytes ?? file.bytes) === file.bytes && !accused.has(file.name))) continue;
    visit.step('read');
    const reading = await readUnlessWithheld(visit, { ...entry, bytes: file.bytes });
    if (reading.state !== 'whole') torn.push(file);
  }
  return torn;
}

/**
 * Files under this device's name written by another life of its profile and read here earlier. If others now report
 * them as unreadable, they have rotted, and nobody else will remove them.
 */
async function findTornStrays(visit: AnyVisit): Promise<RemoteFile[]> {
  const torn: RemoteFile[] = [];
  for (const name of accusedFiles(visit)) {
    const [file, entry] = [visit.known.get(name), visit.there.get(name)];
    if (!file || file.own || !entry || !isOwn(visit, entry)) continue;
    visit.step('read');
    const reading = await readUnlessWithheld(visit, entry);
    if (reading.state === 'torn' && reading.there) torn.push(file);
  }
  return torn;
}
