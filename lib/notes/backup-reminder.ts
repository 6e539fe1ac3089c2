/**
 * Reminds of a backup when many notes exist on this device alone. What a remote has got is known by its outbox, not by
 * clocks: a note that waits in the outbox of every remote, since it is new or has no room there, lies nowhere else.
 */
import type { BackstoryDatabase, RemoteRow } from '../database';
import { docOf } from './store/doc-id';

export interface BackupState {
  /** Epoch milliseconds of the last backup file; null: never. */
  readonly lastBackup: number | null;
  /** Kept notes that neither the last backup nor any remote holds as they are now. */
  readonly unsaved: number;
  /** Time to remind the reader. */
  readonly due: boolean;
}

export interface BackupReminder {
  state(): Promise<BackupState>;
  /** A backup file was written. */
  backedUp(): Promise<void>;
}

/** So many notes one would not like to write again. */
const DUE_NOTES = 20;
const LAST = 'notes-backed-up';

/** @param keeps Is what was delivered there known to be out of this device? */
export function createBackupReminder(
  database: BackstoryDatabase,
  now: () => number,
  keeps: (remote: RemoteRow) => boolean = () => true,
): BackupReminder {
  const { meta, notes, outbox, remotes } = database;

  /** Null: no remote keeps anything. */
  async function waitingEverywhere(): Promise<ReadonlySet<string> | null> {
    const keeping = (await remotes.toArray()).filter(keeps);
    const waiting = await Promise.all(
      keeping.map(async ({ id }) => {
        const keys = await outbox.where('[remote+since]').between([id, -Infinity], [id, Infinity]).primaryKeys();
        return new Set(keys.map(([, doc]) => doc));
      }),
    );
    const [first, ...others] = waiting;
    return first ? new Set([...first].filter((doc) => others.every((docs) => docs.has(doc)))) : null;
  }

  return {
    state: () =>
      database.transaction('r', meta, notes, outbox, remotes, async () => {
        const lastBackup = (await meta.get(LAST))?.value ?? null;
        // A backup of tomorrow was made while the clock was wrong; which notes it holds, nobody knows.
        const safe = lastBackup !== null && lastBackup <= now() ? lastBackup : -Infinity;
        const changed = notes.where('[kept+changedAt]').between([1, safe], [1, Infinity], false);
        const waiting = await waitingEverywhere();
        let unsaved = 0;
        if (waiting === null) unsaved = await changed.count();
        else if (waiting.size > 0) {
          unsaved = (await changed.primaryKeys()).filter((entity) => waiting.has(docOf(entity))).length;
        }
        return { lastBackup, unsaved, due: unsaved >= DUE_NOTES };
      }),
    backedUp: async () => void (await meta.put({ name: LAST, value: now() })),
  };
}
