export { passphraseState } from './card-words';
export type { AddOutcome, PassphraseOutcome, SyncCalls, TakeOutOutcome, WebdavAccount } from './props';
export { SyncView } from './sync-view';
