/** The rows of every table. Precious tables hold what the reader wrote; all others are caches or can be rebuilt. */
import type { EntityKey, Kind } from '../facts';
import type { LookedUpItem, PictureShows } from '../lookup';
import type { RemoteId } from '../remote-kinds';
import type { Day } from '../time';

/** A wiki's answer for one title. Negative answers are stored too, so that they are not asked again at once. */
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
  /** Only in old rows: no picture is shown, so none is requested. */
  image: string | null;
}

/** One file of an imported pack. */
export interface PackEditionRow {
  edition: Day;
  /** How many bytes of the file a scan needs. */
  scanLength: number;
  /** A blob, which can be read in parts; a byte array would be read whole. */
  file: Blob;
  importedAt: number;
  /** The address it was fetched from; null or absent: it was a file. */
  from?: string | null;
}

/**
 * An imported pack; the bundled one is a file of the extension. Its place is in `meta`, so that moving it copies no
 * file.
 */
export interface PackRow extends PackEditionRow {
  name: string;
  /** The previous edition, for going back. */
  before?: PackEditionRow;
}

/**
 * A copy of the bundled pack, since browsers return the extension's own files whole and slowly. Can be rebuilt at any
 * time. Also holds packs being installed (`incoming …`): read back from here before anything depends on them.
 */
export interface PackCopyRow {
  id: 'bundled' | `incoming ${string}`;
  /** Identifies the pack's build; empty for one being installed. */
  build: string;
  scanLength: number;
  file: Blob;
}

/** An item of the open world (Wikidata) that was looked up. A cache: what is gone is requested again. */
export interface LookedUpRow {
  key: EntityKey;
  item: LookedUpItem;
  /** 1: a story's words once showed that it was meant, so names in stories may open it; 0: it was just the only one. */
  sure: 0 | 1;
  /** Which of the two overlay packs contains it. */
  tier: OverlayTier;
  /** Epoch milliseconds. */
  fetchedAt: number;
  usedAt: number;
  bytes: number;
}

/**
 * `recent` is rebuilt at each look-up, `settled` rarely, so that a look-up costs the same however much was looked up
 * before.
 */
export type OverlayTier = 'recent' | 'settled';

/** What the open world has under a name. Negative answers are stored too, so that they are not asked again at once. */
export interface LookedUpNameRow {
  /** `<api address> <name, folded>`: another wiki has other articles. */
  id: string;
  /** Empty: no one of that name. Several: whom it may mean. */
  keys: EntityKey[];
  /** If there is no one: the addresses that were asked, */
  asked?: string[];
  /** and where asking for this name alone may find more. */
  left?: { api: string; why: 'list' | 'unasked' }[];
  fetchedAt: number;
  bytes: number;
}

/** A picture of an entity, or that there is none. A cache: counted and evicted with what was looked up. */
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
  /** Type and size were read from its own bytes. */
  data: Uint8Array;
  type: string;
  /** Empty if no one is named. */
  artist: string;
  licence: string;
  licenceUrl: string | null;
  /** The file's own page at Commons. */
  page: string;
}

/** The items of one tier as a pack, which can be rebuilt from the rows at any time. */
export interface OverlayRow {
  tier: OverlayTier;
  scanLength: number;
  file: Blob;
  /** Changes each time it is built. */
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

/** `note:<entity>`, or `settings` for the one document of travelling settings. */
export type DocId = `note:${EntityKey}` | 'settings';

/** Precious. A whole Yjs document as one update (`Y.encodeStateAsUpdate`). */
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

/** What a note's document says, for lists, search and cards. Rebuilt from the document at each change. */
export interface NoteRow {
  entity: EntityKey;
  /** The entity's printed name when it was noted, so that the note can be read even if no pack knows the entity. */
  name: string;
  /** `name` folded, for alphabetical order. */
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
  /** Entities the text names (back-links); found some time after a change, see `linked`. */
  links: EntityKey[];
  /** 0 until `links` was found for this text. */
  linked: 0 | 1;
  /** Hex of a hash over the content; equal on every device with the same content. */
  digest: string;
  /** Whose note it is by the reader's own decision; its own key: it stands apart. Absent: as the packs say. */
  place?: EntityKey;
}

/** What a stored key means today, according to the packs. Can be rebuilt from them at any time. */
export interface IdentityRow {
  key: EntityKey;
  /** The current keys: one, or several if it was split. */
  heirs: EntityKey[];
  /** 1: not just the key itself. */
  moved: 0 | 1;
  /** 1: the packs have not been asked yet, and the key stands for itself. */
  due: 0 | 1;
}

/** Precious. What a note said before a change; stays on this device. */
export interface VersionRow {
  id: number;
  entity: EntityKey;
  at: number;
  text: string;
  tags: string[];
  /**
   * What ended this version: the reader's own edit, news from another device, a restored version or backup, a deletion.
   */
  endedBy: 'edit' | 'merge' | 'restore' | 'delete';
}

export type { RemoteId };

/** Precious. What a remote still lacks of one document: all updates since the last delivery, merged. */
export interface OutboxRow {
  remote: RemoteId;
  doc: DocId;
  update: Uint8Array;
  /** Grows with each change of this row, so that a delivery clears only what it carried. */
  seq: number;
  /** Epoch milliseconds of its oldest change. */
  since: number;
}

/** How one remote is set up, and its state. `config` and `memory` belong to the remote and are opaque here. */
export interface RemoteRow {
  id: RemoteId;
  config: unknown;
  on: 0 | 1;
  /** 0 before the first run, which only pulls. */
  joined: 0 | 1;
  lastSuccess: number | null;
  trouble: { code: string; at: number; detail: string } | null;
  memory: unknown;
  /** The reader's decisions about files held back; apart from `memory`, which a running sync overwrites. */
  verdicts?: VerdictRow[];
}

export interface VerdictRow {
  name: string;
  /** Hex of the SHA-256 of what the reader looked at. */
  hash: string;
  takeIn: boolean;
}

/** A file on a remote: written by this device, or written by another and read here. Names are never reused. */
export interface RemoteFileRow {
  remote: RemoteId;
  name: string;
  own: 0 | 1;
  bytes: number;
  /** What it carries, for own files: needed to rewrite it or join it with others. */
  docs: DocId[];
}

/** One row, `id: 'this'`: this device's identity towards others. */
export interface DeviceRow {
  id: 'this';
  /** 16 random hex digits; new whenever the database is. */
  device: string;
  name: string;
}

/** Precious. One row, `id: 'ring'`: the vault keys this device knows, and the same wrapped with the passphrase. */
export interface KeyRow {
  id: 'ring';
  /** age identities (`AGE-SECRET-KEY-1…`). */
  identities: string[];
  /** The one that seals; the others only open. */
  current: string;
  /** Identity → how many passphrases came before it; absent if it was made before this was recorded. */
  born?: Record<string, number>;
  /** The identities as an age file under the passphrase: what another device opens. */
  wrapped: Uint8Array;
}

/** How well the reader remembers an entity, for those that recall has asked about. Only on this device. */
export interface RecallRow {
  entity: EntityKey;
  /** Epoch milliseconds: when to ask again. */
  due: number;
  /** When it was first asked. */
  begun: number;
  /** The scheduler's own data (lib/recall), opaque here. */
  memory: unknown;
}

/** A story in which a card of the entity was opened; only while the reader has history on. */
export interface SightingRow {
  entity: EntityKey;
  url: string;
  title: string;
  day: Day | null;
  at: number;
}
