/** The state of every remote, from the database alone: any page can ask, even when the worker is dead. */
import type { KeyRow, RemoteId, RemoteRow } from '../database';
import type { SyncLedger } from '../notes';
import { descriptorOf, remoteKindOf, whereIs } from '../remote-kinds';
import { readMemory } from './exchange';
import { unjudged } from './held-back';
import { isLock, type RemoteStatus, SYNC_TROUBLES, type SyncStep, type SyncTrouble } from './types';
import { keyId } from './vault';
import { isPassing } from './when-to-run';

/**
 * Leaves out remotes of a kind that only a newer Backstory knows.
 * @param steps running steps, as reported by the background
 */
export async function readStatus(
  ledger: SyncLedger,
  now: number,
  steps: Readonly<Partial<Record<RemoteId, SyncStep>>> = {},
): Promise<RemoteStatus[]> {
  const [rows, ring, { device, name }, digest] = await Promise.all([
    ledger.remotes(),
    ledger.ring(),
    ledger.device(),
    ledger.digest(),
  ]);
  const here = { device, name, at: now, ...digest };
  const known = rows.flatMap((row) => {
    const kind = remoteKindOf(row.id);
    return kind === null ? [] : [{ row, kind }];
  });
  return Promise.all(
    known.map(async ({ row, kind }): Promise<RemoteStatus> => {
      const { devices, leftBehind, held, heldMore, refused } = readMemory(row);
      return {
        id: row.id,
        kind,
        ofBrowser: descriptorOf(kind).ofBrowser,
        place: whereIs(row),
        on: row.on === 1,
        protection: protectionOf(row, ring),
        running: steps[row.id] ?? null,
        lastSuccess: row.lastSuccess,
        pending: await ledger.backlog(row.id),
        trouble: row.trouble && troubleNow(row.trouble, refused),
        leftBehind,
        held: ring === null ? [] : unjudged(row, held),
        heldMore: ring === null ? 0 : heldMore,
        devices,
        here,
      };
    }),
  );
}

function protectionOf(row: RemoteRow, ring: KeyRow | null): RemoteStatus['protection'] {
  const { locked, sealedBy } = readMemory(row);
  // Rows from before this was remembered show it only by their trouble.
  if (locked || (row.trouble && isLock(row.trouble.code))) return 'locked';
  if (ring === null) return 'plain';
  return sealedBy === keyId(ring) ? 'sealed' : 'to-seal';
}

function troubleNow(trouble: NonNullable<RemoteRow['trouble']>, refused: number): RemoteStatus['trouble'] {
  const code = knownTrouble(trouble.code);
  return { ...trouble, code, passing: isPassing(code, refused) };
}

/** An unknown code from another version still counts as trouble. */
export function knownTrouble(code: string): SyncTrouble {
  return SYNC_TROUBLES.find((known) => known === code) ?? 'failed';
}
