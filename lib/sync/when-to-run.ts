/**
 * When a remote is to be run next: a pure decision over what the database says, so that a worker that was just born
 * decides as the one that died would have.
 */
import type { SyncTrouble } from './types';

/** After the last change: a sentence being typed is one delivery, not ten. Waiting never exceeds `LONGEST_WAIT_MS`. */
export const SETTLING_MS = 5_000;
/** The browser carries its account when it sees fit, and counts each writing: it comes after the places that are quick. */
export const ACCOUNT_SETTLING_MS = 8_000;
const LONGEST_WAIT_MS = 30_000;
/** News of other devices while nothing happens here. Each look is one request. */
export const LOOK_EVERY_MS = 5 * 60_000;
/** Doubled with each failure: 30 s, 1, 2, 4 … minutes. */
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 30 * 60_000;
/** For what only the reader can mend. */
const RETRY_UNMENDED_MS = 60 * 60_000;
/**
 * A server that restarts, a disk that is just being tidied, a proxy in between: any of these says no once. So few that
 * servers which lock out who tries a wrong password often (five in ten minutes) do not.
 */
const RETRY_REFUSED_MS = [15_000, 60_000, 5 * 60_000];

/** A server's no that may be chance. What is said to the reader, and how soon it is tried again, goes by how often it came. */
export const REFUSALS: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'credentials',
  'forbidden',
  'not-found',
  'full',
]);

/** Trying again changes nothing. */
const FOR_THE_READER: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'locked',
  'wrong-passphrase',
  'newer',
  'permission',
  'cancelled',
]);

/** Not yet a matter for the reader. @param refused how often it was refused since the last success */
export const isPassing = (code: SyncTrouble, refused: number): boolean =>
  REFUSALS.has(code) && refused <= RETRY_REFUSED_MS.length;

export interface Standing {
  readonly trouble: { readonly code: SyncTrouble; readonly at: number } | null;
  readonly lastSuccess: number | null;
  /** Runs begun since the last success. */
  readonly tries: number;
  /** Those of them that the server refused; every one where that was not counted. */
  readonly refused?: number;
  readonly triedAt: number;
  /** The last look for news of others; 0: not known. */
  readonly lookedAt: number;
  /** The oldest change that waits. */
  readonly pendingSince: number | null;
  /** Of this worker's life; null: it saw none. */
  readonly lastChange: number | null;
  readonly settlingMs?: number;
}

/** Troubles with single files; the run has done all else, and must not slow down the others. */
export const ALL_ELSE_DONE: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'damaged',
  'withheld',
  'newer',
  'too-large',
  'too-much',
]);

/**
 * Epoch milliseconds; in the past: now. A clock that was set back counts as a run long ago; a change of a time to come is
 * none to hurry for, or a note that never fits would keep the worker running until that time.
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
  // What waited before the last run and still does has no room there: only news is worth another one.
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

/** Which troubles go away when the browser is online again. */
export function isOfTheNetwork(code: SyncTrouble): boolean {
  return ['offline', 'unreachable', 'timeout'].includes(code);
}
