export { BackupView } from './backup-view';
export { EmptiedNotice, ReminderNotice } from './notices';
export type { BackupCalls, BackupProps, ExportKind, ImportOutcome } from './props';
