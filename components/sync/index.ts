export type { AddOutcome, PassphraseOutcome, PassphraseState, SyncCalls, WebdavAccount } from './props';
export { SyncView } from './sync-view';
