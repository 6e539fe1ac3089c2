/**
 * When a remote should run next: a pure function of the database, so that a new service worker decides as the dead one
 * would have.
 */
import type { SyncTrouble } from './types';

/** After the last change: a sentence being typed is one delivery, not ten. The wait never exceeds `LONGEST_WAIT_MS`. */
export const SETTLING_MS = 5_000;
/** The browser syncs its account when it likes and counts each write: it comes after the faster remotes. */
export const ACCOUNT_SETTLING_MS = 8_000;
const LONGEST_WAIT_MS = 30_000;
/** How often to look for others' news while nothing happens here. Each look is one request. */
export const LOOK_EVERY_MS = 5 * 60_000;
/** Doubled with each failure: 30 s, 1, 2, 4 … minutes. */
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 30 * 60_000;
/** For what only the reader can fix. */
const RETRY_UNMENDED_MS = 60 * 60_000;
/**
 * A server restarting, a busy disk or a proxy may refuse once. Few enough retries not to trip servers that lock out
 * repeated wrong passwords (five in ten minutes).
 */
const RETRY_REFUSED_MS = [15_000, 60_000, 5 * 60_000];

/** Refusals that may be chance. How often they came decides what the reader is told and when to retry. */
export const REFUSALS: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'credentials',
  'forbidden',
  'not-found',
  'full',
]);

/** Retrying changes nothing. */
const FOR_THE_READER: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'locked',
  'wrong-passphrase',
  'newer',
  'permission',
  'cancelled',
]);

/** Not yet worth telling the reader. @param refused refusals since the last success */
export const isPassing = (code: SyncTrouble, refused: number): boolean =>
  REFUSALS.has(code) && refused <= RETRY_REFUSED_MS.length;

export interface Standing {
  readonly trouble: { readonly code: SyncTrouble; readonly at: number } | null;
  readonly lastSuccess: number | null;
  /** Runs begun since the last success. */
  readonly tries: number;
  /** How many of them the server refused; all, if that was not counted. */
  readonly refused?: number;
  readonly triedAt: number;
  /** The last look for others' news; 0: unknown. */
  readonly lookedAt: number;
  /** The oldest waiting change. */
  readonly pendingSince: number | null;
  /** Within this worker's life; null: none. */
  readonly lastChange: number | null;
  readonly settlingMs?: number;
}

/** Troubles with single files; the run did everything else and must not be slowed down. */
export const ALL_ELSE_DONE: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'damaged',
  'withheld',
  'newer',
  'too-large',
  'too-much',
]);

/**
 * Epoch milliseconds; in the past: now. After the clock was set back a run counts as long ago. A change dated in the
 * future is not urgent, or a note that never fits would keep the worker running until then.
 */
export function whenToRun(standing: Standing, now: number): number {
  const { trouble, tries, pendingSince } = standing;
  const past = (time: number | null) => (time !== null && time <= now ? time : 0);
  const triedAt = past(standing.triedAt);
  const ofFiles = trouble !== null && ALL_ELSE_DONE.has(trouble.code);
  const ended = ofFiles ? trouble.at : standing.lastSuccess;
  if (tries > 0 || (trouble && !ofFiles))
    return triedAt + retryAfter(trouble?.code ?? null, tries, standing.refused ?? tries);
  if (ended === null || ended > now) return now;
  const nextLook = (past(standing.lookedAt) || ended) + LOOK_EVERY_MS;
  if (pendingSince === null) return nextLook;
  // What waited before the last run and still does had no room there: only news justifies another run.
  const lastChange = past(standing.lastChange);
  if (Math.max(past(pendingSince), lastChange) < triedAt) return nextLook;
  const since = Math.max(past(pendingSince), triedAt);
  const settled = (lastChange || since) + (standing.settlingMs ?? SETTLING_MS);
  return Math.min(settled, since + LONGEST_WAIT_MS, nextLook);
}

function retryAfter(code: SyncTrouble | null, tries: number, refused: number): number {
  if (code && FOR_THE_READER.has(code)) return RETRY_UNMENDED_MS;
  if (code && REFUSALS.has(code)) return RETRY_REFUSED_MS[Math.max(0, refused - 1)] ?? RETRY_UNMENDED_MS;
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, tries - 1), LONGEST_RETRY_MS);
}

/** Troubles that end when the browser is online again. */
export function isOfTheNetwork(code: SyncTrouble): boolean {
  return ['offline', 'unreachable', 'timeout'].includes(code);
}
