export { passphraseState } from './card-words';
export type { OfferProps } from './offer';
export { OfferNotice } from './offer-notice';
export type { AddOutcome, PassphraseOutcome, PassphraseRun, SyncCalls, TakeOutOutcome, WayToAdd } from './props';
export { SyncView } from './sync-view';
