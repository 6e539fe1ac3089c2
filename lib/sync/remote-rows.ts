/** Finds, adds and switches a remote's row. Contains nothing that runs it, so that any page may load this. */
import type { RemoteId, RemoteRow } from '../database';
import type { SyncLedger } from '../notes';

export async function rowOf(ledger: SyncLedger, id: RemoteId): Promise<RemoteRow | null> {
  return (await ledger.remotes()).find((row) => row.id === id) ?? null;
}

/** A new remote gets every note into its outbox; its first run only reads. */
export async function addRemote(
  ledger: SyncLedger,
  id: RemoteId,
  config: unknown,
  on: RemoteRow['on'] = 1,
): Promise<void> {
  await ledger.saveRemote({ id, config, on, joined: 0, lastSuccess: null, trouble: null, memory: null });
}

/** Changes made while it is off wait in its outbox. */
export async function switchRemote(ledger: SyncLedger, id: RemoteId, on: boolean): Promise<void> {
  await ledger.changeRemote(id, { on: on ? 1 : 0, trouble: null });
}
