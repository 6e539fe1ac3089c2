/**
 * The extension's one IndexedDB database and every version of its schema. Versions are only appended: a device may hold
 * any of them (a fixture of each is upgraded in test/unit/database).
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import { refusingNewer } from './newer-database';
import type {
  ArticleRow,
  DeviceRow,
  DocRow,
  IdentityRow,
  KeyRow,
  LookedUpNameRow,
  LookedUpRow,
  MetaRow,
  NoteRow,
  OutboxRow,
  OverlayRow,
  PackCopyRow,
  PackRow,
  PictureRow,
  RecallRow,
  RemoteFileRow,
  RemoteRow,
  RequestRow,
  SightingRow,
  VersionRow,
} from './rows';

export type BackstoryDatabase = Dexie & {
  articles: EntityTable<ArticleRow, 'id'>;
  packs: EntityTable<PackRow, 'name'>;
  packCopies: EntityTable<PackCopyRow, 'id'>;
  requests: EntityTable<RequestRow, 'id'>;
  meta: EntityTable<MetaRow, 'name'>;
  docs: EntityTable<DocRow, 'id'>;
  notes: EntityTable<NoteRow, 'entity'>;
  versions: EntityTable<VersionRow, 'id'>;
  outbox: Table<OutboxRow, [remote: string, doc: string]>;
  remotes: EntityTable<RemoteRow, 'id'>;
  remoteFiles: Table<RemoteFileRow, [remote: string, name: string]>;
  device: EntityTable<DeviceRow, 'id'>;
  keys: EntityTable<KeyRow, 'id'>;
  sightings: Table<SightingRow, [entity: string, url: string]>;
  identities: EntityTable<IdentityRow, 'key'>;
  lookedUp: EntityTable<LookedUpRow, 'key'>;
  lookedUpNames: EntityTable<LookedUpNameRow, 'id'>;
  overlays: EntityTable<OverlayRow, 'tier'>;
  pictures: EntityTable<PictureRow, 'key'>;
  recall: EntityTable<RecallRow, 'entity'>;
};

/** Opens on the first query, which fails if the database is newer (`isNewerDatabase`). Another `name` is for tests. */
export function createDatabase(name = 'backstory'): BackstoryDatabase {
  // Strict durability: a note counts as stored once it would survive a power failure, not just a browser crash.
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    // Dexie captures its own defaults when it is loaded.
    ...('indexedDB' in globalThis && { indexedDB: refusingNewer(indexedDB), IDBKeyRange }),
  }) as BackstoryDatabase;
  database.version(1).stores({
    articles: 'id, usedAt',
    packs: 'name',
    requests: '++id',
    meta: 'name',
  });
  database.version(2).stores({
    docs: 'id',
    notes: 'entity, [kept+changedAt], [kept+sortName], *tags, *links, linked',
    versions: '++id, entity',
    outbox: '[remote+doc], [remote+since]',
    remotes: 'id',
    remoteFiles: '[remote+name], remote',
    device: 'id',
    keys: 'id',
    sightings: '[entity+url], entity, at',
  });
  database.version(3).stores({ packCopies: 'id' });
  database.version(4).stores({
    notes: 'entity, [kept+changedAt], [kept+sortName], *tags, *links, linked, place',
    identities: 'key, *heirs, moved, due',
  });
  database.version(5).stores({
    lookedUp: 'key, usedAt, tier',
    lookedUpNames: 'id',
    overlays: 'tier',
  });
  database.version(6).stores({ pictures: 'key, usedAt' });
  database.version(7).stores({ recall: 'entity, due' });
  // A newer version of the extension in another page wants to upgrade: let it; the next query reopens.
  database.on('versionchange', () => database.close({ disableAutoOpen: false }));
  return database;
}
