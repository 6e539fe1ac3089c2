/**
 * What the worker need not load at every start: running a remote, with layouts, sealing and parsing of server answers.
 * Bundled separately and loaded from the extension when a run begins.
 */
import { createOpenRemote } from './open-remote';
import { runRemote } from './run-remote';

export const SYNC_RUN = { createOpenRemote, runRemote };

export type SyncRun = typeof SYNC_RUN;
