/**
 * The one IndexedDB database of the extension and every version of its schema. Versions are only ever appended:
 * a reader's device may hold any of them. What lies here is a cache or a copy, except the tables marked "precious".
 */
import Dexie, { type EntityTable } from 'dexie';
import type { Day } from '../facts';

/** What a wiki answered for one title. Negative answers are kept too, so that they are not asked again at once. */
export interface ArticleRow {
  /** `<api address> <title>`: another wiki is another article. */
  id: string;
  answer: ArticleContent | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
  usedAt: number;
  bytes: number;
}

export interface ArticleContent {
  title: string;
  extract: string;
  description: string | null;
  url: string;
  image: string | null;
}

/** An imported pack; the bundled one is a file of the extension. */
export interface PackRow {
  name: string;
  edition: Day;
  bytes: Uint8Array;
  importedAt: number;
}

/** One request that left the device: what was asked, of whom, and how it ended. */
export interface RequestRow {
  id: number;
  at: number;
  host: string;
  titles: string[];
  outcome: string;
  bytes: number;
  ms: number;
}

export interface MetaRow {
  name: string;
  value: number;
}

export type BackstoryDatabase = Dexie & {
  articles: EntityTable<ArticleRow, 'id'>;
  packs: EntityTable<PackRow, 'name'>;
  requests: EntityTable<RequestRow, 'id'>;
  meta: EntityTable<MetaRow, 'name'>;
};

/** Nothing is opened before the first query. Another `name` is for tests. */
export function createDatabase(name = 'backstory'): BackstoryDatabase {
  const database = new Dexie(name) as BackstoryDatabase;
  database.version(1).stores({
    articles: 'id, usedAt',
    packs: 'name',
    requests: '++id',
    meta: 'name',
  });
  // A newer version of the extension in another page wants to upgrade: let it; the next query opens anew.
  database.on('versionchange', () => database.close({ disableAutoOpen: false }));
  return database;
}
