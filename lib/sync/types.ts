import type { RemoteId, RemoteKind } from '../remote-kinds';

/**
 * What may lie on a remote. Only a Vault makes Cargo, and a store of sealed cargo takes no plain one: once a passphrase
 * is set, pushing plain text does not compile.
 */
export type Protection = 'plain' | 'sealed';
declare const protection: unique symbol;
export type Cargo<P extends Protection> = Uint8Array & { readonly [protection]: P };

export interface Vault<P extends Protection> {
  readonly protection: P;
  close(plain: Uint8Array): Promise<Cargo<P>>;
  /** Throws SyncError `locked` (sealed by a key that this device does not know) or `damaged`. Opens plain cargo too. */
  open(cargo: Uint8Array): Promise<Uint8Array>;
  /** Was it closed as this vault closes: by the very same key, or by none? */
  isCurrent(cargo: Uint8Array): Promise<boolean>;
}

export interface FileEntry {
  readonly name: string;
  /** Null: the place does not tell sizes. */
  readonly bytes: number | null;
}

/**
 * A flat folder of files on a remote (WebDAV, a local folder). Files are never overwritten: a name carries the hash of
 * its content. All methods throw SyncError and obey the signal.
 */
export interface FileStore<P extends Protection> {
  /** Makes the folder if need be. */
  list(signal: AbortSignal): Promise<readonly FileEntry[]>;
  /** Null: there is no such file (any more). */
  read(name: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** A property, not a method: methods are compared both ways, and a sealed store would pass for one that takes plain cargo. */
  readonly write: (name: string, cargo: Cargo<P>, signal: AbortSignal) => Promise<void>;
  /** No error when it is gone already. */
  remove(name: string, signal: AbortSignal): Promise<void>;
}

/** Cargo, or a part of it, as a text. */
export type CargoText<P extends Protection> = string & { readonly [protection]: P };

/**
 * A small shared table of short texts with a budget (`storage.sync`). The last writer of a key wins, so a writer looks
 * again and writes the merged value.
 */
export interface ItemStore<P extends Protection> {
  all(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** All or nothing. Throws SyncError `full` or `too-busy`. A property, as above. */
  readonly write: (items: Readonly<Record<string, CargoText<P>>>, signal: AbortSignal) => Promise<void>;
  remove(keys: readonly string[], signal: AbortSignal): Promise<void>;
}

export const SYNC_TROUBLES = [
  'offline', // the browser says so
  'unreachable', // no answer: address, server, certificate
  'timeout',
  'credentials', // 401
  'forbidden', // 403
  'not-found', // 404, 410 of the folder itself
  'conflict', // 409 that making the folder did not mend
  'precondition', // 412
  'locked-file', // 423
  'full', // 507, quota
  'server', // other 4xx and 5xx, or an answer that is no WebDAV
  'damaged', // a file that is not what its name says, from another device
  'withheld', // a file that the place lists and does not hand out
  'not-verified', // what was read back is not what was written
  'locked', // a passphrase is needed
  'wrong-passphrase',
  'newer', // what looks as if a newer Backstory had written it
  'too-large', // a note, or a file, beyond the size that a note can have
  'too-much', // more than is read in one run, or than a place of ours can hold
  'permission', // the browser wants to be asked again (folder, host)
  'too-busy', // writing budget of the browser account
  'cancelled',
  'storage', // this device could not store
  'failed', // a fault of ours; detail says which
] as const;
export type SyncTrouble = (typeof SYNC_TROUBLES)[number];

/** What lies there is sealed by a passphrase that this device has not been told. */
export const isLock = (code: string): boolean => code === 'locked' || code === 'wrong-passphrase';

/** What another device told of itself with its last delivery. */
export interface DeviceReport {
  readonly device: string;
  readonly name: string;
  /** Epoch milliseconds by that device's own clock: shown, never compared. */
  readonly at: number;
  readonly count: number;
  readonly digest: string;
}

/** What one exchange with a remote is about to do, for the status line. */
export type SyncStep = 'look' | 'read' | 'merge' | 'write' | 'check' | 'tidy';

export interface LeftBehind {
  readonly doc: string;
  readonly name: string;
  readonly bytes: number;
}

/**
 * What lies unsealed in a place that is sealed. Anybody who can write there may have put it there: nothing of it is taken
 * in before the reader has seen whose it is, and nothing of it is lost.
 */
export interface HeldFile {
  readonly name: string;
  /** Hex of the SHA-256 of the whole: what is taken in is what the reader looked at. */
  readonly hash: string;
  /** Id and name as the file says; empty where it says none. */
  readonly device: string;
  readonly deviceName: string;
  /** Epoch milliseconds, as the file says; null: it does not. */
  readonly at: number | null;
  readonly notes: number;
  /** Some of the notes, shortened. */
  readonly look: readonly { readonly name: string; readonly text: string }[];
}

export interface RemoteStatus {
  readonly id: RemoteId;
  readonly kind: RemoteKind;
  /** The browser's own: only switched, and carried when the browser sees fit. */
  readonly ofBrowser: boolean;
  /** Host and path, or the folder's name; empty where its kind says it all. */
  readonly place: string;
  readonly on: boolean;
  /**
   * `to-seal`: there is a passphrase, and what lies there from before has not been sealed by it yet; `locked`: what lies
   * there is sealed by one that this device does not know.
   */
  readonly protection: Protection | 'to-seal' | 'locked';
  readonly running: SyncStep | null;
  /** Epoch milliseconds; only ever set after read-back. */
  readonly lastSuccess: number | null;
  readonly pending: { readonly count: number; readonly since: number | null };
  readonly trouble: {
    readonly code: SyncTrouble;
    readonly at: number;
    readonly detail: string;
    /** A refusal that may be chance, and is tried again by itself before long. */
    readonly passing: boolean;
  } | null;
  /** What does not fit (browser account). */
  readonly leftBehind: readonly LeftBehind[];
  readonly held: readonly HeldFile[];
  /** More of them, which are looked at when these are gone. */
  readonly heldMore: number;
  readonly devices: readonly DeviceReport[];
  /** This device, as the others see it. */
  readonly here: DeviceReport;
}
