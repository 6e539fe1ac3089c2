export { isNewerDatabase } from './newer-database';
export type * from './rows';
export { type BackstoryDatabase, createDatabase } from './schema';
