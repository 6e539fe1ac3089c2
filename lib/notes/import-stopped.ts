import type { ImportReport } from './formats';

/** The store failed midway. What `report` counts is in; of that file and of those after it, nothing. */
export class ImportStoppedError extends Error {
  override readonly name = 'ImportStoppedError';
  constructor(
    readonly report: ImportReport,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
