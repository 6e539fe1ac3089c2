/** Why the database did not store a note. */
import { isNewerDatabase } from '../../lib/database';

export function storageTroubleOf(thrown: unknown): 'full' | 'newer' | 'failed' {
  if (isNewerDatabase(thrown)) return 'newer';
  return isQuota(thrown) ? 'full' : 'failed';
}

/** Dexie wraps the browser's own error, sometimes more than once. */
function isQuota(thrown: unknown): boolean {
  const { name, inner } = (thrown ?? {}) as { readonly name?: unknown; readonly inner?: unknown };
  return name === 'QuotaExceededError' || (inner !== undefined && inner !== null && isQuota(inner));
}
