/**
 * Are this device's own files still there and whole? What is not goes into the outbox again as whole documents: an
 * emptied folder is filled anew, a file that rotted is replaced. A folder can never take a note from a device.
 */
import type { DocId } from '../../database';
import type { RemoteFile } from '../../notes';
import { parseName } from './names';
import { noteStale } from './note-stale';
import { type AnyVisit, accusedFiles, isOwn, ownFiles, readUnlessWithheld, settle } from './visit';

/** Returns own files that lie there torn: to be removed once their content is delivered again. */
export async function audit(visit: AnyVisit): Promise<readonly string[]> {
  await doubtListing(visit);
  const own = ownFiles(visit, 'segment');
  const missing = own.filter(({ name }) => !visit.there.has(name));
  const torn = [...(await findTorn(visit, own)), ...(await findTornStrays(visit))];
  const docs = new Set<DocId>([...missing, ...torn].flatMap((file) => file.docs));
  if (docs.size > 0) await visit.ledger.enqueue(visit.remote.id, [...docs]);
  // After the outbox has them: else a worker that dies in between would not miss them again.
  const keyrings = ownFiles(visit, 'keyring').filter(({ name }) => !visit.there.has(name));
  const gone = [...missing, ...keyrings].map(({ name }) => name);
  if (gone.length > 0) await settle(visit, [], [], gone);
  await noteStale(visit);
  return [...torn.map(({ name }) => name), ...visit.torn];
}

/**
 * A listing may lack what is there: then nothing of ours is missing, or all of it would be written anew at each run.
 * One of the files that it lacks tells, and is noted as withheld.
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
 * Those of another size than was written, and those that another device could not read. A look of our own decides: some
 * servers tell sizes that are not the files', and the other's connection may have been the trouble.
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
 * Files under this device's name that another life of its profile wrote, read here in time: rotten since, as others say,
 * and nobody else will take them away.
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
