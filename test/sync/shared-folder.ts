/**
 * A folder that several devices share, with all the faults of such folders: it shows new files late, loses them,
 * truncates them, reports failure after success and success after failure.
 */
import { type FileEntry, type FileStore, type Protection, SyncError, type SyncTrouble } from '../../lib/sync';
import type { Random } from './random';

export interface SharedFolder {
  readonly files: Map<string, Uint8Array>;
  /** How many calls changed something there. */
  changes(): number;
  /** How many listings were out of date: who got one knows no better. */
  staleLooks(): number;
  /** As one device sees it. `trouble`: how likely each call is to go wrong. */
  store(random: Random, trouble: () => number): FileStore<Protection>;
  /** Writes that were taken but not carried out yet arrive. */
  deliverLate(): void;
}

const NETWORK: readonly SyncTrouble[] = ['unreachable', 'timeout', 'server', 'credentials', 'locked-file'];

/** @param tellsSizes some servers do not */
export function createSharedFolder(tellsSizes = true): SharedFolder {
  const files = new Map<string, Uint8Array>();
  const late: [name: string, bytes: Uint8Array][] = [];
  let old: FileEntry[] = [];
  let changes = 0;
  let staleLooks = 0;

  const entries = () =>
    [...files].map(([name, bytes]): FileEntry => ({ name, bytes: tellsSizes ? bytes.length : null }));

  function put(name: string, bytes: Uint8Array): void {
    files.set(name, bytes.slice());
    changes++;
  }

  function deliverLate(): void {
    for (const [name, bytes] of late.splice(0)) put(name, bytes);
  }

  return {
    files,
    changes: () => changes,
    staleLooks: () => staleLooks,
    deliverLate,
    store(random, trouble) {
      const wrong = () => random.chance(trouble());
      const refuse = () => {
        throw new SyncError(random.pick(NETWORK), 'in the script');
      };
      return {
        async list(signal) {
          signal.throwIfAborted();
          if (late.length > 0 && random.chance(0.3)) deliverLate();
          if (wrong()) {
            if (random.chance(0.7)) refuse();
            staleLooks++;
            return old;
          }
          old = entries();
          return old;
        },
        async read(name, signal) {
          signal.throwIfAborted();
          const bytes = files.get(name);
          if (wrong()) {
            const how = random.weighted({ refused: 3, absent: 1, short: 1 });
            if (how === 'refused') refuse();
            if (how === 'absent') return null;
            if (bytes) return bytes.slice(0, random.below(bytes.length));
          }
          return bytes?.slice() ?? null;
        },
        async write(name, cargo, signal) {
          signal.throwIfAborted();
          if (!wrong()) return put(name, cargo);
          const how = random.weighted({ refused: 2, full: 1, lost: 2, torn: 1, died: 1, unsaid: 1, late: 1, twice: 1 });
          if (how === 'refused') refuse();
          if (how === 'full') throw new SyncError('full');
          if (how === 'torn' || how === 'died') put(name, cargo.subarray(0, random.below(cargo.length)));
          if (how === 'died') refuse();
          if (how === 'unsaid') {
            put(name, cargo);
            refuse();
          }
          if (how === 'late' || how === 'twice') late.push([name, cargo.slice()]);
          if (how === 'twice') put(name, cargo);
        },
        async remove(name, signal) {
          signal.throwIfAborted();
          const how = wrong() ? random.weighted({ refused: 1, lost: 1, unsaid: 1 }) : 'done';
          if (how === 'refused') refuse();
          if (how !== 'lost' && files.delete(name)) changes++;
          if (how === 'unsaid') refuse();
        },
      };
    },
  };
}
