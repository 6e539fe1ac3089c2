/**
 * Which unsealed files are held back in a sealed folder (`../held-back.ts`): all that this device has not written or
 * read, except those there when its reader set the passphrase. Until this device or another has put something sealed
 * there, any file is as good as another; a device that wrote just before must not lose a word.
 */
import type { Documents } from '../../notes';
import { describeHeld, MOST_HELD, verdictOn } from '../held-back';
import { SyncError } from '../sync-error';
import { isSealed, keyId } from '../vault';
import type { AnyVisit } from './folder-visit';
import type { FileName } from './names';
import type { Segment } from './segment';

export interface Gate {
  /** Known to be held back, or enough are held already: no need to read it. */
  staysHeld(file: FileName): boolean;
  /**
   * May it be read? If not, records what becomes of it. Throws SyncError `damaged` if only its name says it is sealed.
   * @param decode its content; may throw SyncError
   */
  mayBeRead(file: FileName, cargo: Uint8Array, decode: () => Segment): boolean;
}

/** For one look at the folder. */
export function createGate(visit: AnyVisit): Gate {
  const { documents, ring, memory, there, remote, held, heldMore, heldBefore, leftOut } = visit;
  const isBeingSealed = memory.seal === keyId(null) && ![...there.values()].some(({ kind }) => kind === 'keyring');
  const isOpen = !ring || isBeingSealed;
  const judged = new Set(remote.verdicts?.map(({ name }) => name));
  const isStrange = ({ name }: FileName) => !isOpen && !memory.written.includes(name);
  return {
    staysHeld(file) {
      if (file.protection === 'sealed' || !isStrange(file) || judged.has(file.name)) return false;
      const before = heldBefore.get(file.name);
      if (before) held.set(file.name, before);
      else if (held.size >= MOST_HELD) heldMore.add(file.name);
      else return false;
      return true;
    },
    mayBeRead(file, cargo, decode) {
      if (isSealed(cargo) || !isStrange(file)) return true;
      if (file.protection === 'sealed') throw new SyncError('damaged', 'not sealed');
      const verdict = verdictOn(remote, file.name, cargo);
      if (verdict?.takeIn) return true;
      if (verdict) leftOut.add(file.name);
      else held.set(file.name, describe(documents, file, cargo, decode));
      return false;
    },
  };
}

function describe(documents: Documents, file: FileName, cargo: Uint8Array, decode: () => Segment) {
  try {
    const { name, at, docs } = decode();
    return describeHeld(documents, file.name, cargo, { device: file.device, deviceName: name, at, docs });
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // The reader can still have it removed.
    return describeHeld(documents, file.name, cargo, { device: file.device, deviceName: '', at: null, docs: [] });
  }
}
