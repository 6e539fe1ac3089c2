/** What the layout remembers of one account between runs. Losing it costs some work but no notes. */
import * as v from 'valibot';
import type { WriteCounts } from './write-budget';

export interface Memory {
  readonly writes: WriteCounts;
  /** What did not fit last time: document → seq of its outbox row, and the bytes it would take. */
  readonly sizes: Readonly<Record<string, readonly [seq: number, bytes: number]>>;
  /** Keys whose parts did not belong together → since when. */
  readonly incomplete: Readonly<Record<string, number>>;
  /** The content of the last report, and the key it was sealed with. */
  readonly told: string;
  /** A different report under this device's name that was overwritten once. */
  readonly corrected: string;
  /** Key of this device's ring file there. */
  readonly ring: string;
  /** The `keyId` that seals this device's values there (or that of no key); empty: it has put none there. */
  readonly seal: string;
}

const NOTHING: Memory = { writes: [], sizes: {}, incomplete: {}, told: '', corrected: '', ring: '', seal: '' };

const memory = v.object({
  writes: v.array(v.tuple([v.number(), v.number()])),
  sizes: v.record(v.string(), v.tuple([v.number(), v.number()])),
  incomplete: v.record(v.string(), v.number()),
  told: v.string(),
  corrected: v.optional(v.string(), ''),
  ring: v.optional(v.string(), ''),
  seal: v.optional(v.string(), ''),
});

export function readOwnMemory(stored: unknown): Memory {
  const read = v.safeParse(memory, stored);
  return read.success ? read.output : NOTHING;
}
