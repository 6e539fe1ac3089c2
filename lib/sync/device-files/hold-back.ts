/**
 * Which unsealed files are held back in a sealed folder (`../held-back.ts`): all that this device has not read, but for
 * those that lay there when its reader set the passphrase. Until this device has first put something sealed there, and no
 * other one has, anybody's file was as good as any; a device that wrote just before must not lose a word by it.
 */
import { describeHeld, MOST_HELD, verdictOn } from '../held-back';
import { SyncError } from '../sync-error';
import { isSealed, keyId } from '../vault';
import type { FileName } from './names';
import type { Segment } from './segment';
import type { AnyVisit } from './visit';

/** It is known that it is held back, or there are enough of its kind to look at: it need not be asked for. */
export function staysHeld(visit: AnyVisit, file: FileName): boolean {
  if (file.protection === 'sealed' || !isStrange(visit, file)) return false;
  if (visit.remote.verdicts?.some(({ name }) => name === file.name)) return false;
  const before = visit.heldBefore.get(file.name);
  if (before) visit.held.set(file.name, before);
  else if (visit.held.size >= MOST_HELD) visit.heldMore.add(file.name);
  else return false;
  return true;
}

/**
 * May it be read? If not, it is noted what becomes of it. Throws SyncError `damaged` for what is sealed by its name alone.
 * @param decode what it says; may throw SyncError
 */
export function mayBeRead(visit: AnyVisit, file: FileName, cargo: Uint8Array, decode: () => Segment): boolean {
  if (isSealed(cargo) || !isStrange(visit, file)) return true;
  if (file.protection === 'sealed') throw new SyncError('damaged', 'not sealed');
  const verdict = verdictOn(visit.remote, file.name, cargo);
  if (verdict?.takeIn) return true;
  if (verdict) visit.leftOut.add(file.name);
  else visit.held.set(file.name, describe(file, cargo, decode));
  return false;
}

function isStrange({ ring, memory, there }: AnyVisit, { name }: FileName): boolean {
  if (!ring || memory.written.includes(name)) return false;
  const isBeingSealed = memory.seal === keyId(null) && ![...there.values()].some(({ kind }) => kind === 'keyring');
  return !isBeingSealed;
}

function describe(file: FileName, cargo: Uint8Array, decode: () => Segment) {
  try {
    const { name, at, docs } = decode();
    return describeHeld(file.name, cargo, { device: file.device, deviceName: name, at, docs });
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // The reader can still have it taken away.
    return describeHeld(file.name, cargo, { device: file.device, deviceName: '', at: null, docs: [] });
  }
}
