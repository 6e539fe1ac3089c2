/** Why the database did not store a note. */
import { isNewerDatabase } from '../../lib/database';

export function storageTroubleOf(thrown: unknown): 'full' | 'newer' | 'failed' {
  if (isNewerDatabase(thrown)) return 'newer';
  return isQuota(thrown) ? 'full' : 'failed';
}

interface Wrapped {
  readonly name?: unknown;
  readonly inner?: unknown;
  /** Of a BulkError: what each row failed of, as a list or by the row's place. */
  readonly failures?: unknown;
  readonly failuresByPos?: unknown;
}

/** Dexie wraps the browser's own error, sometimes more than once. */
function isQuota(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { name, inner, failures, failuresByPos }: Wrapped = thrown;
  if (name === 'QuotaExceededError') return true;
  return [inner, ...Object.values(failures ?? {}), ...Object.values(failuresByPos ?? {})].some(isQuota);
}
