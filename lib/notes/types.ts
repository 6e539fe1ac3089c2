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
 * All that the reader noted on one entity. What was written under several keys stays in a document for each: no text is
 * copied from one into another, which two devices would do twice. Name and text are those of the first, tags and quotes
 * those of all.
 */
export interface WholeNote extends Note {
  /** The entity's key of today; its own key where it stands apart, or nobody can say whose it is. */
  readonly today: EntityKey;
  /** Each as it was written: the first, and what was noted under other keys before they were known to be one. */
  readonly parts: readonly Note[];
  /** The packs would join it to another, and the reader keeps it apart. */
  readonly isApart: boolean;
  /** Its key was split: the entities to which it may belong. */
  readonly asks: readonly EntityKey[];
}

/** What a new note needs to know of its entity. */
export interface NoteSubject {
  readonly entity: EntityKey;
  readonly name: string;
  readonly kind: Kind | null;
}

/** A passage that the reader quotes, before it has an id. */
export interface Passage {
  readonly text: string;
  readonly title: string;
  readonly url: string;
  readonly day: Day | null;
}

/** A whole or partial Yjs update of one document. Updates may come twice, late and in any order. */
export interface DocUpdate {
  readonly doc: DocId;
  readonly update: Uint8Array;
}

export interface NoteQuery {
  /** Words that all must occur in name, text, tags or quotes; case and accents do not matter. Empty: all. */
  readonly words: string;
  readonly tag: string | null;
  readonly order: 'changed' | 'name';
  readonly kept: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface NotePage {
  readonly notes: readonly WholeNote[];
  /** How many match, all pages together. */
  readonly total: number;
}

/** An open editor's news, and what it knows. */
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
  /** Epoch milliseconds of the commit; null when nothing had to be stored. */
  readonly savedAt: number | null;
}

/** Notes as the reader uses them. Every promise that changes something resolves after the transaction has committed. */
export interface NoteStore {
  /** What was noted under this very key. */
  read(entity: EntityKey): Promise<Note | null>;
  readMany(entities: readonly EntityKey[]): Promise<readonly Note[]>;
  /** What was noted on the entity that the key stands for today. */
  whole(key: EntityKey): Promise<WholeNote | null>;
  /** Notes that may belong to the entity: their key was split, and the reader has not said whose they are. */
  asking(entity: EntityKey): Promise<readonly WholeNote[]>;
  /** Notes that the packs would join to the entity's, and the reader keeps apart. */
  apart(entity: EntityKey): Promise<readonly Note[]>;
  /** Which of these entities have a note with something in it. */
  noted(entities: readonly EntityKey[]): Promise<readonly EntityKey[]>;
  /** Whose note it is: another key's; its own: it stands apart; null: as the packs say. */
  putIn(entity: EntityKey, place: EntityKey | null): Promise<void>;
  list(query: NoteQuery): Promise<NotePage>;
  /** Tags in use with how many kept notes bear them, most used first. */
  tags(): Promise<readonly (readonly [tag: string, count: number])[]>;
  count(): Promise<number>;
  /** Stores what an editor typed and hands back what it lacks. */
  exchange(news: EditorNews): Promise<EditorAnswer>;
  addTag(subject: NoteSubject, tag: string): Promise<void>;
  removeTag(entity: EntityKey, tag: string): Promise<void>;
  /** `at`: when a passage that is put back was quoted first. */
  addQuote(subject: NoteSubject, passage: Passage, at?: number): Promise<void>;
  removeQuote(entity: EntityKey, id: string): Promise<void>;
  /** Into the bin; nothing is erased. An edit that the deletion did not know of takes the note out again. */
  remove(entity: EntityKey): Promise<void>;
  takeBack(entity: EntityKey): Promise<void>;
  /** Newest first. */
  versions(entity: EntityKey): Promise<readonly Version[]>;
  /** Writes an old version's text as a new edit. */
  restoreVersion(entity: EntityKey, version: number): Promise<void>;
  /** Every passage that was ever removed from the text, on whichever device, in the order of the text. */
  removedPassages(entity: EntityKey): Promise<readonly string[]>;
  /** Other kept notes whose text names the entity. */
  linksTo(entity: EntityKey): Promise<readonly Note[]>;
  /** Finds the back-links of at most `limit` notes that changed; true: there may be more. */
  relink(find: FindEntities, limit: number): Promise<boolean>;
  /** Merges documents that come from elsewhere; `changed` counts those that say more afterwards. */
  merge(updates: readonly DocUpdate[]): Promise<{ readonly changed: number }>;
  /** Whole documents, for backups; settings included. */
  allDocs(): Promise<readonly DocUpdate[]>;
}

/** Entities that a text names, for back-links. */
export type FindEntities = (text: string) => Promise<readonly EntityKey[]>;

export type Pending = Readonly<OutboxRow>;
export type RemoteFile = Readonly<RemoteFileRow>;

export interface Digest {
  /** Kept notes. */
  readonly count: number;
  /** Hex over all documents; equal exactly where all content is equal. */
  readonly digest: string;
}

export interface Glimpse {
  /** Empty where the update does not say whom the note is about. */
  readonly name: string;
  readonly text: string;
}

/** What sync asks of updates that it carries and cannot read. */
export interface Documents {
  /** What an update says by itself, shortened. Null: it is none. */
  glimpseOf(update: Uint8Array, characters: number): Glimpse | null;
  /** Does the document `whole` hold all edits of `part`? Throws DamagedUpdateError. */
  holdsAll(whole: Uint8Array, part: Uint8Array): boolean;
}

/**
 * What sync needs of the store. Each method is one transaction: a worker that dies before it leaves nothing of it, one
 * that dies after it all of it.
 */
export interface SyncLedger {
  /** Documents that a remote lacks, oldest change first, at most `limit`. */
  pending(remote: RemoteId, limit: number): Promise<readonly Pending[]>;
  backlog(remote: RemoteId): Promise<{ readonly count: number; readonly since: number | null }>;
  /** Merges what a remote brought, puts it into the outbox of the others, and notes the files it came from as read. */
  accept(remote: RemoteId, updates: readonly DocUpdate[], read: readonly RemoteFile[]): Promise<void>;
  /** After read-back: what was delivered leaves the outbox unless it has changed since; files written and gone are noted. */
  settle(
    remote: RemoteId,
    delivered: readonly Pending[],
    written: readonly RemoteFile[],
    gone: readonly string[],
  ): Promise<void>;
  files(remote: RemoteId): Promise<readonly RemoteFile[]>;
  /** Whole documents; those that do not exist are left out. */
  states(docs: readonly DocId[]): Promise<readonly DocUpdate[]>;
  docIds(): Promise<readonly DocId[]>;
  /** Puts whole documents into a remote's outbox again. */
  enqueue(remote: RemoteId, docs: readonly DocId[]): Promise<void>;
  digest(): Promise<Digest>;
  remotes(): Promise<readonly RemoteRow[]>;
  /** Adds or replaces; a remote that is new gets every document into its outbox. */
  saveRemote(row: RemoteRow): Promise<void>;
  /** Changes single fields of a remote that is there; nothing if it is gone meanwhile. */
  changeRemote(id: RemoteId, change: Partial<Omit<RemoteRow, 'id'>>): Promise<void>;
  /** With its outbox and what is known of its files; nothing on the remote itself is touched. */
  dropRemote(id: RemoteId): Promise<void>;
  ring(): Promise<KeyRow | null>;
  saveRing(row: KeyRow): Promise<void>;
  /** Made at the first call. */
  device(): Promise<DeviceRow>;
  nameDevice(name: string): Promise<void>;
}
