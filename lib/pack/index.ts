export * from './pack-error';
export * from './source';
export * from './types';
