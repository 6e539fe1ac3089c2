export { type ExchangeContext, type Remembered, type Remote, type RemoteMemory, readMemory } from './exchange';
export { SyncError } from './sync-error';
export * from './types';
