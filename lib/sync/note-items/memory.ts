/** What the layout remembers of one account between runs. Losing it costs some work, never a word. */
import * as v from 'valibot';
import type { WriteCounts } from './write-budget';

export interface Memory {
  readonly writes: WriteCounts;
  /** What did not fit the last time: document → seq of its outbox row, and the bytes that it would take. */
  readonly sizes: Readonly<Record<string, readonly [seq: number, bytes: number]>>;
  /** Keys whose parts did not belong together → since when. */
  readonly incomplete: Readonly<Record<string, number>>;
  /** What the report said that was written last, and by which key it was sealed. */
  readonly told: string;
  /** A report under this device's name that said something else, and over which its own was written once. */
  readonly corrected: string;
  /** Key of the ring file that it has there. */
  readonly ring: string;
  /** Which key (or none) this device's values there are closed with, by `keyId`; empty: it has put none there. */
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
