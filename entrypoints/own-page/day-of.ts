import type { Day } from '../../lib/facts';

/** The reader's own calendar day at that moment. */
export function dayOf(epochMs: number): Day {
  const at = new Date(epochMs);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
