/** The rows of every table. Tables marked precious hold what the reader wrote; all others are caches or can be made anew. */
import type { EntityKey, Kind } from '../facts';
import type { LookedUpItem, PictureShows } from '../lookup';
import type { Day } from '../time';

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
  /** Of old rows only: no picture is shown, so none is asked for. */
  image: string | null;
}

/** One file of an imported pack. */
export interface PackEditionRow {
  edition: Day;
  /** How many bytes of the file a scan needs. */
  scanLength: number;
  /** A blob, of which parts can be read; an array of bytes would be read whole. */
  file: Blob;
  importedAt: number;
  /** The address that it was fetched from; null or absent: it was a file. */
  from?: string | null;
}

/** An imported pack; the bundled one is a file of the extension. Its place stands in `meta`: a move copies no file. */
export interface PackRow extends PackEditionRow {
  name: string;
  /** The edition that was in use before this one, to be gone back to. */
  before?: PackEditionRow;
}

/**
 * The bundled pack once more: the browser hands out its own files whole and slowly. Can be made anew at any time. Beside it
 * packs that are on their way into use (`incoming …`): read back from here before anything rests on them.
 */
export interface PackCopyRow {
  id: 'bundled' | `incoming ${string}`;
  /** Which build of the pack it is; of one under way, nothing. */
  build: string;
  scanLength: number;
  file: Blob;
}

/** An item of the open world (Wikidata) that was looked up. A cache: what is gone is asked for again. */
export interface LookedUpRow {
  key: EntityKey;
  item: LookedUpItem;
  /** 1: the words of a story said once that it was meant, so names in stories may open it; 0: it was merely the only one. */
  sure: 0 | 1;
  /** In which of the two overlay packs it stands. */
  tier: OverlayTier;
  /** Epoch milliseconds. */
  fetchedAt: number;
  usedAt: number;
  bytes: number;
}

/** `recent` is made anew with each look-up, `settled` seldom: so a look-up costs the same however much was looked up before. */
export type OverlayTier = 'recent' | 'settled';

/** What the open world has under a name. Negative answers are kept too, so that they are not asked again at once. */
export interface LookedUpNameRow {
  /** `<api address> <name, folded>`: another wiki has other articles. */
  id: string;
  /** None: nobody of that name. Several: whom it may mean. */
  keys: EntityKey[];
  /** Of nobody: the addresses that were asked, */
  asked?: string[];
  /** and where a question for this name alone may find more. */
  left?: { api: string; why: 'list' | 'unasked' }[];
  fetchedAt: number;
  bytes: number;
}

/** A picture of an entity, or that there is none. A cache: it is counted with what was looked up, and goes with it. */
export interface PictureRow {
  key: EntityKey;
  answer: PictureContent | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
  usedAt: number;
  bytes: number;
}

export interface PictureContent {
  shows: PictureShows;
  /** A file of the sort and size that were read from its own bytes. */
  data: Uint8Array;
  type: string;
  /** Empty where nobody is named. */
  artist: string;
  licence: string;
  licenceUrl: string | null;
  /** The file's own page at Commons. */
  page: string;
}

/** The items of one tier as a pack, made anew from the rows at any time. */
export interface OverlayRow {
  tier: OverlayTier;
  scanLength: number;
  file: Blob;
  /** Another text with each making. */
  edition: string;
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

/** `note:<entity>`, or `settings` for the one document of the settings that travel. */
export type DocId = `note:${EntityKey}` | 'settings';

/** Precious. A Yjs document, whole, as one update (`Y.encodeStateAsUpdate`). */
export interface DocRow {
  id: DocId;
  state: Uint8Array;
}

/** A passage of a story that the reader put into a note. */
export interface QuoteRow {
  id: string;
  text: string;
  title: string;
  url: string;
  /** Publication day of the story. */
  day: Day | null;
  /** Epoch milliseconds. */
  at: number;
}

/** What a note's document says, for lists, search and cards. Made anew from the document at each change. */
export interface NoteRow {
  entity: EntityKey;
  /** The entity's printed name when it was noted: a note can be read where no pack knows the entity. */
  name: string;
  /** `name` folded, so that a list is in the order of the alphabet. */
  sortName: string;
  kind: Kind | null;
  text: string;
  tags: string[];
  quotes: QuoteRow[];
  createdAt: number;
  changedAt: number;
  /** A number, since IndexedDB has no boolean keys: 1 kept, 0 in the bin. */
  kept: 0 | 1;
  deletedAt: number | null;
  /** Entities that the text names (back-links); found some time after a change, see `linked`. */
  links: EntityKey[];
  /** 0 until `links` was found for this text. */
  linked: 0 | 1;
  /** Hex of a hash over the content; equal on every device that holds the same content. */
  digest: string;
  /** Whose note it is by the reader's own word; its own key: it stands apart. Absent: as the packs say. */
  place?: EntityKey;
}

/** What a key under which something is kept means today, by the packs. Made anew from them at any time. */
export interface IdentityRow {
  key: EntityKey;
  /** The keys of today: one, or several where it was split. */
  heirs: EntityKey[];
  /** 1: not itself alone. */
  moved: 0 | 1;
  /** 1: the packs have not been asked yet, and the key stands for itself. */
  due: 0 | 1;
}

/** Precious. What a note said before a change; kept on this device. */
export interface VersionRow {
  id: number;
  entity: EntityKey;
  at: number;
  text: string;
  tags: string[];
  /** What ended this version: the reader's own edit, news from another device, a restored version or backup, a deletion. */
  endedBy: 'edit' | 'merge' | 'restore' | 'delete';
}

/** `account`, `webdav:<id>` or `folder:<id>`. */
export type RemoteId = 'account' | `webdav:${string}` | `folder:${string}`;

/** Precious. What a remote has not got yet of one document: all updates since the last delivery, merged. */
export interface OutboxRow {
  remote: RemoteId;
  doc: DocId;
  update: Uint8Array;
  /** Grows with each change of this row, so that a delivery clears only what it carried. */
  seq: number;
  /** Epoch milliseconds of the oldest change in it. */
  since: number;
}

/** How one remote is set up and how it stands. `config` and `memory` are the remote's own and opaque here. */
export interface RemoteRow {
  id: RemoteId;
  config: unknown;
  on: 0 | 1;
  /** 0 before the first run, which only pulls. */
  joined: 0 | 1;
  lastSuccess: number | null;
  trouble: { code: string; at: number; detail: string } | null;
  memory: unknown;
  /** What the reader said of files that were held back; beside `memory`, which a run that is under way writes over. */
  verdicts?: VerdictRow[];
}

export interface VerdictRow {
  name: string;
  /** Hex of the SHA-256 of what the reader looked at. */
  hash: string;
  takeIn: boolean;
}

/** A file on a remote: written by this device, or by another one and read here. Names are unique for ever. */
export interface RemoteFileRow {
  remote: RemoteId;
  name: string;
  own: 0 | 1;
  bytes: number;
  /** What it carries, for own files: needed to write it anew or to join it with others. */
  docs: DocId[];
}

/** One row, `id: 'this'`: who this device is towards the others. */
export interface DeviceRow {
  id: 'this';
  /** 16 random hex digits; new whenever the database is new. */
  device: string;
  name: string;
}

/** Precious. One row, `id: 'ring'`: the vault keys that this device knows, and the same wrapped by the passphrase. */
export interface KeyRow {
  id: 'ring';
  /** age identities (`AGE-SECRET-KEY-1…`). */
  identities: string[];
  /** The one that seals; the others only open. */
  current: string;
  /** Identity → how many passphrases came before it; absent where it was made before this was noted. */
  born?: Record<string, number>;
  /** The identities as an age file under the passphrase: what another device opens. */
  wrapped: Uint8Array;
}

/** How well the reader remembers who or what an entity is: of those that recall has asked about. On this device alone. */
export interface RecallRow {
  entity: EntityKey;
  /** Epoch milliseconds: when to ask again. */
  due: number;
  /** When it was asked for the first time. */
  begun: number;
  /** The scheduler's own (lib/recall), opaque here. */
  memory: unknown;
}

/** A story in which a card of the entity was opened; only while the reader has history turned on. */
export interface SightingRow {
  entity: EntityKey;
  url: string;
  title: string;
  day: Day | null;
  at: number;
}
