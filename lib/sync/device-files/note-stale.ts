/**
 * After a passphrase change, files under an old key or none must all be written again, including those of devices that
 * may never come back. An active device misses its files and rewrites them under the new key. Plain files are looked
 * for ever after: a server may restore a removed one, and a device that does not know of the passphrase may still be
 * writing.
 */
import { keyId } from '../vault';
import { type AnyVisit, type FileThere, isOwn, readUnlessWithheld } from './folder-visit';
import { type FileName, hashOf } from './names';

export async function noteStale(visit: AnyVisit): Promise<void> {
  const { memory, there } = visit;
  const seal = keyId(visit.ring);
  // A device that just joined with a key has not changed any.
  const changed = memory.seal !== seal && { joined: memory.seal === null };
  const stale: string[] = [];
  for (const file of there.values()) {
    if (memory.stale.includes(file.name)) continue;
    if (isOwn(visit, file) ? isOwnStale(visit, file, changed !== false) : await isForeignStale(visit, file, changed))
      stale.push(file.name);
  }
  if (!changed && stale.length === 0) return;
  memory.stale.push(...stale);
  memory.seal = seal;
  memory.published = null;
  await visit.keep();
}

/** A file not read yet may have something that no other has: it stays until it can be read. */
function isOwnStale({ known, ring }: AnyVisit, file: FileName, changed: boolean): boolean {
  if (file.kind === 'keyring') return changed;
  return known.has(file.name) && (changed || (ring !== null && file.protection === 'plain'));
}

async function isForeignStale(
  visit: AnyVisit,
  file: FileThere,
  changed: false | { readonly joined: boolean },
): Promise<boolean> {
  const { known, ring, vault } = visit;
  if (!ring) return false;
  const rewritten = changed !== false && !changed.joined;
  // An old keyring opens only files that are gone.
  if (file.kind === 'keyring') return rewritten && file.hash !== hashOf(ring.wrapped);
  if (!known.has(file.name)) return false;
  if (file.protection === 'plain') return true;
  if (!rewritten) return false;
  visit.step('read');
  const reading = await readUnlessWithheld(visit, file);
  return reading.state === 'whole' && !(await vault.isCurrent(reading.cargo));
}
