export { SyncError } from './sync-error';
export * from './types';
