export * from './fold';
export * from './letters';
export * from './plain';
export * from './sentences';
export * from './skeleton';
export * from './stems';
export * from './unit-at';
export * from './word-scan';
