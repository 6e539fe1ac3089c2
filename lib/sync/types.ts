import type { RemoteId, RemoteKind } from '../remote-kinds';

/**
 * What may be on a remote. Only a Vault makes Cargo, and a sealed store accepts no plain one: with a passphrase set,
 * pushing plain text does not compile.
 */
export type Protection = 'plain' | 'sealed';
declare const protection: unique symbol;
export type Cargo<P extends Protection> = Uint8Array & { readonly [protection]: P };

export interface Vault<P extends Protection> {
  readonly protection: P;
  close(plain: Uint8Array): Promise<Cargo<P>>;
  /** Opens plain cargo too. Throws SyncError `locked` (sealed with a key unknown to this device) or `damaged`. */
  open(cargo: Uint8Array): Promise<Uint8Array>;
  /** Is it sealed with exactly this vault's key (or, like this vault, with none)? */
  isCurrent(cargo: Uint8Array): Promise<boolean>;
}

export interface FileEntry {
  readonly name: string;
  /** Null: the remote does not report sizes. */
  readonly bytes: number | null;
}

/**
 * A flat folder of files on a remote (WebDAV, a local folder). Files are never overwritten: a name includes the hash of
 * its content. All methods throw SyncError and obey the signal.
 */
export interface FileStore<P extends Protection> {
  /** Creates the folder if needed. */
  list(signal: AbortSignal): Promise<readonly FileEntry[]>;
  /** Null: no such file (any more). */
  read(name: string, signal: AbortSignal): Promise<Uint8Array | null>;
  /** A property: as a method (compared bivariantly), a sealed store would pass for one that takes plain cargo. */
  readonly write: (name: string, cargo: Cargo<P>, signal: AbortSignal) => Promise<void>;
  /** No error if it is already gone. */
  remove(name: string, signal: AbortSignal): Promise<void>;
}

/** Cargo, or a part of it, as text. */
export type CargoText<P extends Protection> = string & { readonly [protection]: P };

/**
 * A small shared table of short texts with a budget (`storage.sync`). The last writer of a key wins, so a writer reads
 * again and writes the merged value.
 */
export interface ItemStore<P extends Protection> {
  all(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** All or nothing. Throws SyncError `full` or `too-busy`. A property for the same reason as above. */
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
  'conflict', // 409 that creating the folder did not fix
  'precondition', // 412
  'locked-file', // 423
  'full', // 507, quota
  'server', // other 4xx and 5xx, or an answer that is not WebDAV
  'damaged', // another device's file whose content does not match its name
  'withheld', // a file that is listed but cannot be read
  'not-verified', // what was read back differs from what was written
  'locked', // a passphrase is needed
  'wrong-passphrase',
  'newer', // apparently written by a newer Backstory
  'too-large', // a note or file larger than a note can be
  'too-much', // more than one run reads, or than a remote can hold
  'permission', // the browser must be asked again (folder, host)
  'too-busy', // write budget of the browser account
  'cancelled',
  'storage', // this device could not store
  'failed', // our own bug; see detail
] as const;
export type SyncTrouble = (typeof SYNC_TROUBLES)[number];

/** The remote is sealed with a passphrase that this device does not have. */
export const isLock = (code: string): boolean => code === 'locked' || code === 'wrong-passphrase';

/** What another device said about itself at its last delivery. */
export interface DeviceReport {
  readonly device: string;
  readonly name: string;
  /** Epoch milliseconds by that device's own clock: shown, never compared. */
  readonly at: number;
  readonly count: number;
  readonly digest: string;
}

/** The next step of an exchange, for the status line. */
export type SyncStep = 'look' | 'read' | 'merge' | 'write' | 'check' | 'tidy';

export interface LeftBehind {
  readonly doc: string;
  readonly name: string;
  readonly bytes: number;
}

/**
 * Something unsealed on a sealed remote. Anyone with write access may have put it there: nothing of it is taken in
 * before the reader has seen whose it is, and nothing of it is lost.
 */
export interface HeldFile {
  readonly name: string;
  /** Hex SHA-256 of the whole file: what is taken in is exactly what the reader saw. */
  readonly hash: string;
  /** Id and name as the file gives them; empty if it gives none. */
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
  /** The browser's own account: it can only be switched, and the browser decides when to sync it. */
  readonly ofBrowser: boolean;
  /** Host and path, or the folder's name; empty if the kind is enough. */
  readonly place: string;
  readonly on: boolean;
  /**
   * `to-seal`: there is a passphrase, but older content is not sealed with it yet; `locked`: sealed with a passphrase
   * unknown to this device.
   */
  readonly protection: Protection | 'to-seal' | 'locked';
  readonly running: SyncStep | null;
  /** Epoch milliseconds; set only after read-back. */
  readonly lastSuccess: number | null;
  readonly pending: { readonly count: number; readonly since: number | null };
  readonly trouble: {
    readonly code: SyncTrouble;
    readonly at: number;
    readonly detail: string;
    /** A refusal that may be chance; it is retried soon without the reader. */
    readonly passing: boolean;
  } | null;
  /** What does not fit (browser account). */
  readonly leftBehind: readonly LeftBehind[];
  readonly held: readonly HeldFile[];
  /** More held files, examined once these are gone. */
  readonly heldMore: number;
  readonly devices: readonly DeviceReport[];
  /** This device, as the others see it. */
  readonly here: DeviceReport;
}
