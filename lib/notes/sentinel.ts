/**
 * Notices that the browser emptied the database: a small mark in another storage remembers that there were notes.
 *
 * no mark ── notes ──► marked ── another database, or none ──► emptied ── all are back, or "start afresh" ──► marked
 *
 * Invariant: while the database counts as emptied, new notes do not erase the mark, so the offer to restore stands.
 */
import * as v from 'valibot';

/** The part of `storage.local` used here. */
export interface SentinelArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface SentinelParts {
  readonly area: SentinelArea;
  /** `SyncLedger.device`: new whenever the database is. */
  readonly device: () => Promise<{ readonly device: string }>;
  /** Number of kept notes. */
  readonly count: () => Promise<number>;
  readonly now: () => number;
}

/** How many notes there were, and when that was last known (epoch milliseconds). */
export interface Emptied {
  readonly count: number;
  readonly at: number;
}

export interface Sentinel {
  /** Null: nothing is missing. Throws what the database throws: one that cannot be opened is not empty. */
  look(): Promise<Emptied | null>;
  /** Call after commits, as often as you like: the mark is written at most once a minute. */
  notice(): Promise<void>;
  /** The reader does not want the old notes back, or has them. */
  startAfresh(): Promise<void>;
}

const KEY = 'notes.sentinel';
/** The count need not be exact: it only tells the reader what was there. */
const WRITE_STEP_MS = 60_000;

const mark = v.object({ device: v.string(), count: v.number(), at: v.number() });

export function createSentinel({ area, device, count, now }: SentinelParts): Sentinel {
  let written: number | null = null;

  async function readMark() {
    const parsed = v.safeParse(mark, (await area.get(KEY))[KEY]);
    return parsed.success ? parsed.output : null;
  }

  async function look(): Promise<Emptied | null> {
    const [known, here, notes] = await Promise.all([readMark(), device(), count()]);
    if (!known || known.count === 0 || known.device === here.device || notes >= known.count) return null;
    return { count: known.count, at: known.at };
  }

  async function write(): Promise<void> {
    const [here, notes] = await Promise.all([device(), count()]);
    await area.set({ [KEY]: { device: here.device, count: notes, at: now() } });
    // The very first note does not wait for its minute: zero is what most workers count when they start.
    written = notes === 0 ? null : now();
  }

  return {
    look,
    async notice() {
      if (written !== null && Math.abs(now() - written) < WRITE_STEP_MS) return;
      if ((await look()) === null) await write();
    },
    startAfresh: write,
  };
}
