/**
 * What a worker need not read at each birth: a run on a remote, with what lays notes out there, seals them and reads the
 * answers of servers. It stands in a file of its own and is fetched from the extension when a run begins.
 */
import { createOpenRemote } from './open-remote';
import { runRemote } from './run-remote';

export const SYNC_RUN = { createOpenRemote, runRemote };

export type SyncRun = typeof SYNC_RUN;
