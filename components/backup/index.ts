export { BackupView } from './backup-view';
export { EmptiedNotice, ReminderNotice } from './notices';
export type { BackupProps, ExportKind, ImportOutcome } from './props';
