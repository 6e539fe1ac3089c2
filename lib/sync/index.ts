export { createSync, type Sync, type SyncOptions } from './create-sync';
export { deviceFiles } from './device-files';
export { type ExchangeContext, type Remembered, type Remote, type RemoteMemory, readMemory } from './exchange';
export { createOpenRemote, kindOf, type OpenRemoteParts } from './open-remote';
export { createSchedule, type Schedule, type ScheduleOptions } from './schedule';
export {
  addRemote,
  changeConfig,
  ensureAccount,
  replacePassphrase,
  setPassphrase,
  switchRemote,
  unlock,
} from './set-up';
export { readStatus } from './status';
export { SyncError } from './sync-error';
export * from './types';
