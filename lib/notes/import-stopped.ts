import type { ImportReport } from './formats';

/** The store failed midway. What `report` counts is stored; that file and later ones are not. */
export class ImportStoppedError extends Error {
  override readonly name = 'ImportStoppedError';
  constructor(
    readonly report: ImportReport,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
