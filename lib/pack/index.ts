export * from './case-rule';
export { LARGEST_PACK } from './layout';
export type * from './life';
export * from './open-pack';
export * from './pack-error';
export * from './source';
export * from './types';
export * from './verify-pack';
export * from './write-pack';
