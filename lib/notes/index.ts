export { type BackupReminder, createBackupReminder } from './backup-reminder';
export type { NoteContent } from './document/content';
export { DamagedUpdateError, isDamagedUpdate, isTooLarge, NoteTooLargeError } from './document/damaged-update';
export { DOCUMENTS } from './document/documents';
export { createEditorDocument, type EditorDocument } from './document/editor-document';
export { NOTE_SIZE } from './document/note-size';
export { isSessionTaken, SessionTakenError } from './document/session-taken-error';
export type { SettingsMap } from './document/settings';
export * from './editor/session';
export type { SaveState } from './editor/types';
export { writeSpreadsheet } from './formats/spreadsheet';
export type {
  ExportedFile,
  FileProblem,
  FileToImport,
  ImportReport,
} from './formats/types';
export { createIdentityKeeper } from './identity-keeper';
export { createImporter } from './import-notes';
export { addReports } from './import-reports';
export { ImportStoppedError } from './import-stopped';
export { createLateStores, type LateStores } from './late-stores';
export { metOverview } from './met-overview';
export { NOTE_DOCUMENTS, type NoteDocuments } from './note-documents';
export { createNoteFiles, type NoteFiles } from './note-files';
export { createRecallStore } from './recall-store';
export { createSentinel, type Emptied, type Sentinel, type SentinelArea } from './sentinel';
export { createSightings, type Met, type Sighting, type Sightings } from './sightings';
export { isLiving } from './store/is-empty';
export { createNoteStore } from './store/note-store';
export type { StoreParts } from './store/parts';
export { createSettingsDocument, type SettingsDocument } from './store/settings-document';
export { createSyncLedger } from './store/sync-ledger';
export type * from './types';
export { watchNotes } from './watch-notes';
