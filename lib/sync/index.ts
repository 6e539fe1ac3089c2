export { areNotesHereAlone, chooseAccount, ensureAccount, isChoiceOpen, settleChoice } from './account-choice';
export { createSync } from './create-sync';
export { deviceFiles } from './device-files';
export { type Remote, readMemory } from './exchange';
export { type InAccount, lookIntoAccount, takeOutOfAccount } from './note-items';
export { createOpenRemote, type OpenRemoteParts } from './open-remote';
export { addRemote, switchRemote } from './remote-rows';
export { createBrowserAccount } from './remotes/browser-account';
export { SET_UPS } from './remotes/by-kind';
export { frameWithin } from './remotes/frame-within';
export type { NotSetUp, SetUp } from './remotes/set-up';
export { runRemote } from './run-remote';
export { createSchedule } from './schedule';
export {
  addOrMend,
  judgeHeld,
  replacePassphrase,
  setPassphrase,
  unlock,
} from './set-up';
export { readStatus } from './status';
export { SyncError } from './sync-error';
export { SYNC_RUN, type SyncRun } from './sync-run';
export { createTravellingSettings, type TravellingSettings } from './travelling-settings';
export * from './types';
export { type PassphraseWork, passphraseWork, type RingStep, SHORTEST_PASSPHRASE } from './vault';
