/**
 * Reminds of a backup when many notes exist on this device alone. Nothing of it goes by clocks: what was changed since
 * the last backup bears a mark, and a note that waits in the outbox of every remote, since it is new or has no room
 * there, lies nowhere else.
 */
import type { BackstoryDatabase, RemoteRow } from '../database';
import { changeCount, markedNotes, removeMarks } from './store/change-marks';
import { docOf } from './store/doc-id';
import { keptCount } from './store/kept-count';

export interface BackupState {
  /** Epoch milliseconds of the last backup file; null: never. */
  readonly lastBackup: number | null;
  /** Kept notes that neither the last backup nor any remote holds as they are now. */
  readonly unsaved: number;
  /** Time to remind the reader. */
  readonly due: boolean;
}

/** Where the notes stood when a backup of them was begun. */
export interface BackupMoment {
  readonly at: number;
  readonly change: number;
}

export interface BackupReminder {
  state(): Promise<BackupState>;
  /** To be asked before a backup reads the notes: what is changed meanwhile is perhaps not in it. */
  moment(): Promise<BackupMoment>;
  /** The backup that was begun then is a file, as far as one can know. */
  backedUp(moment: BackupMoment): Promise<void>;
}

/** So many notes one would not like to write again. */
const DUE_NOTES = 20;
const LAST = 'notes-backed-up';
/** The last change that it holds. Not known of a backup that an older Backstory made: it counts for none. */
const HELD = 'notes-backed-up-to';

/** @param keeps Is what was delivered there known to be out of this device? */
export function createBackupReminder(
  database: BackstoryDatabase,
  now: () => number,
  keeps: (remote: RemoteRow) => boolean = () => true,
): BackupReminder {
  const { meta, notes, outbox, remotes } = database;
  const kept = () => notes.where('[kept+changedAt]').between([1, -Infinity], [1, Infinity]).primaryKeys();

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
        const marked = (await meta.get(HELD)) ? await markedNotes(database) : null;
        const waiting = await waitingEverywhere();
        let unsaved = 0;
        if (waiting === null) unsaved = marked?.length ?? (await keptCount(database));
        else if (waiting.size > 0) {
          unsaved = (marked ?? (await kept())).filter((entity) => waiting.has(docOf(entity))).length;
        }
        return { lastBackup, unsaved, due: unsaved >= DUE_NOTES };
      }),
    moment: async () => ({ at: now(), change: await changeCount(database) }),
    backedUp: ({ at, change }) =>
      database.transaction('rw', meta, async () => {
        await removeMarks(database, change);
        await meta.bulkPut([
          { name: LAST, value: at },
          { name: HELD, value: change },
        ]);
      }),
  };
}
