/**
 * Are this device's own files still there and whole? What is not goes into the outbox again as whole documents: an
 * emptied folder is filled anew, a file that rotted is replaced. A folder can never take a note from a device.
 */
import type { DocId } from '../../database';
import type { RemoteFile } from '../../notes';
import { keyId } from '../vault';
import { type AnyVisit, isOwn, ownFiles, readWhole, settle } from './visit';

/** Returns own files that lie there torn: to be removed once their content is delivered again. */
export async function audit(visit: AnyVisit): Promise<readonly string[]> {
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
 * Those of another size than was written, and those that another device could not read. A look of our own decides: some
 * servers tell sizes that are not the files', and the other's connection may have been the trouble.
 */
async function findTorn(visit: AnyVisit, own: ReturnType<typeof ownFiles>): Promise<typeof own> {
  const accused = accusedFiles(visit);
  const torn: typeof own = [];
  for (const file of own) {
    const entry = visit.there.get(file.name);
    if (!entry || (entry.bytes === file.bytes && !accused.has(file.name))) continue;
    visit.step('read');
    const reading = await readWhole(visit, { ...entry, bytes: file.bytes });
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
    const reading = await readWhole(visit, entry);
    if (reading.state === 'torn' && reading.there) torn.push(file);
  }
  return torn;
}

/** What any other device could not read, as it last said. */
const accusedFiles = ({ memory }: AnyVisit): ReadonlySet<string> =>
  new Set(Object.values(memory.heard).flatMap(({ unreadable }) => unreadable));

/**
 * After a change of the passphrase everything under this device's name is closed with a key of the past, or with none.
 * Plain files are looked for ever after: a server may bring one back that was removed.
 */
async function noteStale(visit: AnyVisit): Promise<void> {
  const { memory, there, known, ring } = visit;
  const seal = keyId(ring);
  const changed = memory.seal !== seal;
  // A file that could not be read yet may say what nothing else does: it stays until it can.
  const stale = [...there.values()].filter((file) => {
    if (!isOwn(visit, file) || memory.stale.includes(file.name)) return false;
    if (file.kind === 'keyring') return changed;
    return known.has(file.name) && (changed || (ring !== null && file.protection === 'plain'));
  });
  if (!changed && stale.length === 0) return;
  memory.stale.push(...stale.map(({ name }) => name));
  memory.seal = seal;
  memory.published = null;
  await visit.keep();
}
