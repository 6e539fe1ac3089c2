export type { AddOutcome, PassphraseOutcome, SyncCalls, WebdavAccount } from './props';
export { SyncView } from './sync-view';
