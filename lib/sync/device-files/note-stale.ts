/**
 * After a change of the passphrase, what lies there is closed with a key of the past, or with none: all of it is to be
 * written anew, also what a device left there that may never come back. A device that lives misses its files and writes
 * them again, under the new key. Plain files are looked for ever after: a server may bring one back that was removed, and
 * a device that has not heard of the passphrase may have been writing.
 */
import { keyId } from '../vault';
import { type FileName, hashOf } from './names';
import { type AnyVisit, type FileThere, isOwn, readUnlessWithheld } from './visit';

export async function noteStale(visit: AnyVisit): Promise<void> {
  const { memory, there } = visit;
  const seal = keyId(visit.ring);
  // Who has just joined with a key has changed none.
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

/** A file that could not be read yet may say what nothing else does: it stays until it can. */
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
  // Keys of the past open what is not there any more.
  if (file.kind === 'keyring') return rewritten && file.hash !== hashOf(ring.wrapped);
  if (!known.has(file.name)) return false;
  if (file.protection === 'plain') return true;
  if (!rewritten) return false;
  visit.step('read');
  const reading = await readUnlessWithheld(visit, file);
  return reading.state === 'whole' && !(await vault.isCurrent(reading.cargo));
}
