/**
 * Reminds the reader of a backup when many notes exist only on this device. Clocks play no part: what changed since the
 * last backup has a mark, and a note waiting in every remote's outbox, because it is new or does not fit, is stored
 * nowhere else.
 */
import type { BackstoryDatabase, RemoteRow } from '../database';
import { changeCount, markedNotes, removeMarks } from './store/change-marks';
import { docOf } from './store/doc-id';
import { keptCount } from './store/kept-count';

export interface BackupState {
  /** Epoch milliseconds of the last backup file; null: never. */
  readonly lastBackup: number | null;
  /** Kept notes whose current state is in neither the last backup nor any remote. */
  readonly unsaved: number;
  /** Time to remind the reader. */
  readonly due: boolean;
}

/** The state of the notes when a backup was begun. */
export interface BackupMoment {
  readonly at: number;
  readonly change: number;
}

export interface BackupReminder {
  state(): Promise<BackupState>;
  /** Ask before a backup reads the notes: later changes may not be in it. */
  moment(): Promise<BackupMoment>;
  /** As far as one can know, the backup begun at that moment was written. */
  backedUp(moment: BackupMoment): Promise<void>;
}

/** This many notes would be painful to lose. */
const DUE_NOTES = 20;
const LAST = 'notes-backed-up';
/** The number of the last change in the backup. Unknown for backups by older versions, which therefore do not count. */
const HELD = 'notes-backed-up-to';

/** @param keeps Is what was delivered there known to have left this device? */
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
