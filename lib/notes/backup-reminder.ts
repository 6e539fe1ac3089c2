/** Reminds of a backup when many notes exist on this device alone. */
import type { BackstoryDatabase } from '../database';

export interface BackupState {
  /** Epoch milliseconds of the last backup file; null: never. */
  readonly lastBackup: number | null;
  /** Kept notes changed since the last backup or full exchange with a remote, whichever was later. */
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

export function createBackupReminder(database: BackstoryDatabase, now: () => number): BackupReminder {
  const { meta, notes, remotes } = database;
  return {
    async state() {
      const [row, places] = await Promise.all([meta.get(LAST), remotes.toArray()]);
      const lastBackup = row?.value ?? null;
      const safe = Math.max(0, lastBackup ?? 0, ...places.map(({ lastSuccess }) => lastSuccess ?? 0));
      const unsaved = await notes.where('[kept+changedAt]').between([1, safe], [1, Infinity], false).count();
      return { lastBackup, unsaved, due: unsaved >= DUE_NOTES };
    },
    backedUp: async () => void (await meta.put({ name: LAST, value: now() })),
  };
}
