/** Why a look-up ended early, as told to the reader; null if it did not. */
import type { LookUpEnd } from '../look-up';
import type { NameTrouble } from './name-state';

export function nameTroubleOf(ended: LookUpEnd, at: number): NameTrouble | null {
  if (ended === null) return null;
  if (ended === 'cancelled') return { state: 'cancelled' };
  switch (ended.problem) {
    case 'offline':
    case 'time-out':
      return { state: 'offline' };
    case 'busy':
      return { state: 'busy', retryAt: ended.retryAt ?? at };
    default:
      return { state: 'failed', reason: ended.problem };
  }
}
