export type * from './rows';
export { type BackstoryDatabase, createDatabase } from './schema';
