export type { AddOutcome, PassphraseOutcome, SyncCalls, TakeOutOutcome, WebdavAccount } from './props';
export { SyncView } from './sync-view';
