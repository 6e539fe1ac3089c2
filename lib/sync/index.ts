export { createSync } from './create-sync';
export { deviceFiles } from './device-files';
export { type Remote, readMemory } from './exchange';
export { takeOutOfAccount } from './note-items';
export { createOpenRemote } from './open-remote';
export { createBrowserAccount } from './remotes/browser-account';
export { findWebDav } from './remotes/find-webdav';
export type { WebDavAccess } from './remotes/webdav-access';
export { readWebDavAddress } from './remotes/webdav-address';
export { createSchedule } from './schedule';
export {
  addOrMend,
  addRemote,
  ensureAccount,
  judgeHeld,
  replacePassphrase,
  setPassphrase,
  switchRemote,
  unlock,
} from './set-up';
export { readStatus } from './status';
export { SyncError } from './sync-error';
export { createTravellingSettings, type TravellingSettings } from './travelling-settings';
export * from './types';
export { type PassphraseWork, passphraseWork, SHORTEST_PASSPHRASE } from './vault';
