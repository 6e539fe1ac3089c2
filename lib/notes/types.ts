import type {
  DeviceRow,
  DocId,
  KeyRow,
  NoteRow,
  OutboxRow,
  QuoteRow,
  RemoteFileRow,
  RemoteId,
  RemoteRow,
  VersionRow,
} from '../database';
import type { EntityKey, Kind } from '../facts';
import type { Day } from '../time';

export type { DocId, RemoteId };
export type Quote = Readonly<QuoteRow>;
/** A note as lists, cards and exports show it. */
export type Note = Readonly<Omit<NoteRow, 'sortName' | 'tags' | 'quotes' | 'links'>> & {
  readonly tags: readonly string[];
  readonly quotes: readonly Quote[];
  readonly links: readonly EntityKey[];
};
export type Version = Readonly<VersionRow>;

/**
 * Everything the reader noted about one entity. Notes under several keys stay in separate documents: text is never
 * copied between them, since two devices would do it twice. Name and text are the first note's, tags and quotes those
 * of all.
 */
export interface WholeNote extends Note {
  /** The entity's current key; the note's own if it stands apart or its owner is unclear. */
  readonly today: EntityKey;
  /** Each as written: the first, and those written under other keys before they were known to be one. */
  readonly parts: readonly Note[];
  /** The packs would join it to another, and the reader keeps it apart. */
  readonly isApart: boolean;
  /** Its key was split: the entities it may belong to. */
  readonly asks: readonly EntityKey[];
}

/** What a new note must know about its entity. */
export interface NoteSubject {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind | null;
}

/** A passage the reader quotes, before it has an id. */
export interface Passage {
  readonly text: string;
  readonly title: string;
  readonly url: string;
  readonly day: Day | null;
}

/** A full or partial Yjs update of one document. Updates may come twice, late and in any order. */
export interface DocUpdate {
  readonly doc: DocId;
  readonly update: Uint8Array;
}

export interface NoteQuery {
  /** Words that must all occur in name, text, tags or quotes, ignoring case and accents. Empty: all. */
  readonly words: string;
  readonly tag: string | null;
  readonly order: 'changed' | 'name';
  readonly kept: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface NotePage {
  readonly notes: readonly WholeNote[];
  /** Total matches over all pages. */
  readonly total: number;
}

/** An open editor's changes, and what it knows. */
export interface EditorNews {
  readonly subject: NoteSubject;
  /** What was typed since the last exchange; null: nothing. */
  readonly update: Uint8Array | null;
  /** The editor's Yjs state vector after `update`. */
  readonly vector: Uint8Array;
}

export interface EditorAnswer {
  /** What the editor lacks; null: nothing. */
  readonly update: Uint8Array | null;
  /** Epoch milliseconds of the commit; null if nothing had to be stored. */
  readonly savedAt: number | null;
}

/** Notes as the reader uses them. Every promise that changes something resolves after the transaction has committed. */
export interface NoteStore {
  /** The note under exactly this key. */
  read(entity: EntityKey): Promise<Note | null>;
  readMany(entities: readonly EntityKey[]): Promise<readonly Note[]>;
  /** Everything noted about the entity that the key means today. */
  whole(key: EntityKey): Promise<WholeNote | null>;
  /** Notes that may belong to the entity: their key was split, and the reader has not decided. */
  asking(entity: EntityKey): Promise<readonly WholeNote[]>;
  /** Notes the packs would join to the entity's but the reader keeps apart. */
  apart(entity: EntityKey): Promise<readonly Note[]>;
  /** Which of these entities have a note with content. */
  noted(entities: readonly EntityKey[]): Promise<readonly EntityKey[]>;
  /** Whose note it is: another key's; its own: it stands apart; null: as the packs say. */
  putIn(entity: EntityKey, place: EntityKey | null): Promise<void>;
  list(query: NoteQuery): Promise<NotePage>;
  /** Tags in use with their number of kept notes, most used first. */
  tags(): Promise<readonly (readonly [tag: string, count: number])[]>;
  count(): Promise<number>;
  /** Stores what an editor typed and returns what it lacks. */
  exchange(news: EditorNews): Promise<EditorAnswer>;
  addTag(subject: NoteSubject, tag: string): Promise<void>;
  removeTag(entity: EntityKey, tag: string): Promise<void>;
  /** `at`: when a passage that is put back was first quoted. */
  addQuote(subject: NoteSubject, passage: Passage, at?: number): Promise<void>;
  removeQuote(entity: EntityKey, id: string): Promise<void>;
  /** Into the bin; nothing is erased. An edit unknown to the deletion takes the note out again. */
  remove(entity: EntityKey): Promise<void>;
  takeBack(entity: EntityKey): Promise<void>;
  /** Newest first. */
  versions(entity: EntityKey): Promise<readonly Version[]>;
  /** Writes an old version's text as a new edit. */
  restoreVersion(entity: EntityKey, version: number): Promise<void>;
  /** Every passage ever removed from the text, on any device, in text order. */
  removedPassages(entity: EntityKey): Promise<readonly string[]>;
  /** Other kept notes whose text names the entity. */
  linksTo(entity: EntityKey): Promise<readonly Note[]>;
  /** Finds the back-links of at most `limit` changed notes; true: there may be more. */
  relink(find: FindEntities, limit: number): Promise<boolean>;
  /** Merges documents from elsewhere; `changed` counts those that now say more. */
  merge(updates: readonly DocUpdate[]): Promise<{ readonly changed: number }>;
  /** Whole documents, for backups; settings included. */
  allDocs(): Promise<readonly DocUpdate[]>;
}

/** The methods that open documents. The rest read rows and need no Yjs. */
export type NoteWriting = Pick<
  NoteStore,
  | 'putIn'
  | 'exchange'
  | 'addTag'
  | 'removeTag'
  | 'addQuote'
  | 'removeQuote'
  | 'remove'
  | 'takeBack'
  | 'restoreVersion'
  | 'removedPassages'
  | 'merge'
>;
export type NoteReading = Omit<NoteStore, keyof NoteWriting>;

/** Entities a text names, for back-links. */
export type FindEntities = (text: string) => Promise<readonly EntityKey[]>;

export type Pending = Readonly<OutboxRow>;
export type RemoteFile = Readonly<RemoteFileRow>;

export interface Digest {
  /** Number of kept notes. */
  readonly count: number;
  /** Hex over all documents; equal exactly if all content is. */
  readonly digest: string;
}

export interface Glimpse {
  /** Empty if the update does not say whom the note is about. */
  readonly name: string;
  readonly text: string;
}

/** What sync asks about updates that it carries and cannot read. */
export interface Documents {
  /** What an update says on its own, shortened. Null: not an update. */
  glimpseOf(update: Uint8Array, characters: number): Glimpse | null;
  /** Does the document `whole` contain all edits of `part`? @throws DamagedUpdateError */
  holdsAll(whole: Uint8Array, part: Uint8Array): boolean;
}

/**
 * What sync needs from the store. Each method is one transaction: a worker that dies during it leaves either nothing or
 * all of it.
 */
export interface SyncLedger {
  /** Documents a remote lacks, oldest change first, at most `limit`. */
  pending(remote: RemoteId, limit: number): Promise<readonly Pending[]>;
  backlog(remote: RemoteId): Promise<{ readonly count: number; readonly since: number | null }>;
  /** Merges what a remote brought, adds it to the others' outboxes, and records the source files as read. */
  accept(remote: RemoteId, updates: readonly DocUpdate[], read: readonly RemoteFile[]): Promise<void>;
  /**
   * After read-back: removes what was delivered from the outbox unless it has changed since, and records files written
   * and gone.
   */
  settle(
    remote: RemoteId,
    delivered: readonly Pending[],
    written: readonly RemoteFile[],
    gone: readonly string[],
  ): Promise<void>;
  files(remote: RemoteId): Promise<readonly RemoteFile[]>;
  /** Whole documents; missing ones are left out. */
  states(docs: readonly DocId[]): Promise<readonly DocUpdate[]>;
  docIds(): Promise<readonly DocId[]>;
  /** Puts whole documents into a remote's outbox again. */
  enqueue(remote: RemoteId, docs: readonly DocId[]): Promise<void>;
  digest(): Promise<Digest>;
  remotes(): Promise<readonly RemoteRow[]>;
  /** Adds or replaces; a new remote gets every document into its outbox. */
  saveRemote(row: RemoteRow): Promise<void>;
  /** Changes single fields of an existing remote; does nothing if it is gone. */
  changeRemote(id: RemoteId, change: Partial<Omit<RemoteRow, 'id'>>): Promise<void>;
  /** Includes its outbox and what is known about its files; the remote itself is not touched. */
  dropRemote(id: RemoteId): Promise<void>;
  ring(): Promise<KeyRow | null>;
  saveRing(row: KeyRow): Promise<void>;
  /** Created on the first call. */
  device(): Promise<DeviceRow>;
  nameDevice(name: string): Promise<void>;
}

/** The methods of the ledger that open documents. */
export type LedgerDocuments = Pick<SyncLedger, 'accept' | 'enqueue' | 'digest' | 'saveRemote'>;
export type LedgerRows = Omit<SyncLedger, keyof LedgerDocuments>;
