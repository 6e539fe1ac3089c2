import type { ImportReport } from '../../lib/notes';

export type ExportKind = 'json' | 'markdown' | 'csv' | 'anki';

/** The result of an import in numbers; what was not understood is named. `failed`, `cancelled`: how far it got. */
export type ImportOutcome = ImportReport & {
  /** Files not imported because the import ended before them. */
  readonly unread?: number;
} & ({ readonly state: 'read' | 'cancelled' } | { readonly state: 'failed'; readonly detail: string });

export interface BackupCalls {
  /** Resolves with the file's name once it was handed to the browser. */
  readonly exportAs: (kind: ExportKind) => Promise<string>;
  readonly importFiles: (files: readonly File[]) => Promise<ImportOutcome>;
  /** Ends the running import, which then resolves. */
  readonly cancelImport: () => void;
}

export interface BackupProps {
  /** Kept notes on this device; null while counting. */
  readonly notes: number | null;
  readonly lastBackup: number | null;
  /** Notes without a known copy; 0 as long as they are few. */
  readonly uncopied: number;
  readonly on: BackupCalls;
}
