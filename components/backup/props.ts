import type { ImportReport } from '../../lib/notes';

export type ExportKind = 'json' | 'markdown' | 'csv' | 'anki';

/** How an import went, in numbers; what was not understood is named. `failed`, `cancelled`: as far as it came. */
export type ImportOutcome = ImportReport & {
  /** Files that nothing was taken from, since the import ended before. */
  readonly unread?: number;
} & ({ readonly state: 'read' | 'cancelled' } | { readonly state: 'failed'; readonly detail: string });

export interface BackupCalls {
  /** Resolves with the name of the file once it was handed to the browser. */
  readonly exportAs: (kind: ExportKind) => Promise<string>;
  readonly importFiles: (files: readonly File[]) => Promise<ImportOutcome>;
  /** Ends the import that runs, which then resolves. */
  readonly cancelImport: () => void;
}

export interface BackupProps {
  /** Kept notes on this device; null while they are counted. */
  readonly notes: number | null;
  readonly lastBackup: number | null;
  /** Notes of which no copy is known; 0 as long as they are few. */
  readonly uncopied: number;
  readonly on: BackupCalls;
}
