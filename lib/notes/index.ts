export * from './formats';
export type * from './types';
