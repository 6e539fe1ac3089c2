/**
 * What the engine needs of a remote, whatever its layout (device files, note items). An exchange reads what others
 * left, writes what is pending and resolves only once all of it was read back. It must be safe to kill at any point,
 * and safe to repeat.
 */
import * as v from 'valibot';
import type { KeyRow, RemoteRow } from '../database';
import type { Documents, SyncLedger } from '../notes';
import type { DeviceReport, HeldFile, LeftBehind, SyncStep } from './types';

/** What an exchange may remember. Omitted fields stay as they are. */
export interface Remembered {
  /** The other devices' reports, as last read here. */
  readonly devices?: readonly DeviceReport[];
  readonly leftBehind?: readonly LeftBehind[];
  readonly held?: readonly HeldFile[];
  readonly heldMore?: number;
  /** The layout's own memory: plain data that the layout validates when it reads it. */
  readonly own?: unknown;
}

export interface ExchangeContext {
  readonly ledger: SyncLedger;
  readonly documents: Documents;
  readonly remote: RemoteRow;
  /** Null: notes there are unsealed. */
  readonly ring: KeyRow | null;
  /** The first run on a remote reads and merges but writes nothing; the next follows at once. */
  readonly pullOnly: boolean;
  /** Others' news was read a moment ago: a layout may skip looking if that is expensive. */
  readonly hasLooked: boolean;
  /** The layout's own memory as last stored; null at first. */
  readonly memory: unknown;
  /** Persists before it resolves, in case the worker dies. Call it before each write: it may stop the run. */
  remember(what: Remembered): Promise<void>;
  now(): number;
  step(step: SyncStep): void;
  readonly signal: AbortSignal;
}

/**
 * How much of its work a run has done. `all`: everything. `looked`: it read, wrote and checked, but files from before the
 * passphrase are still there, because the server refused to delete them. `delivered`: it only wrote what was pending.
 */
export type Exchanged = 'all' | 'looked' | 'delivered';
/** What a run has to do, if it can. */
export type Errand = 'all' | 'delivered';

/** A remote opened for use: transport, layout and vault put together. */
export interface Remote {
  /** Throws SyncError. One that met a damaged file does everything else first and throws at the end. */
  exchange(context: ExchangeContext): Promise<Exchanged>;
  /** The keyrings that devices left there, each an age file under a passphrase. */
  keyrings(signal: AbortSignal): Promise<readonly Uint8Array[]>;
}

/** Other devices' clocks may be wrong; a `Date` cannot show anything later. */
const LAST_INSTANT = 8.64e15;
export const instantOfOthers = v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_INSTANT)), 0);

export const deviceReport = v.object({
  device: v.string(),
  name: v.string(),
  at: instantOfOthers,
  count: v.number(),
  digest: v.string(),
});

const remoteMemory = v.object({
  devices: v.array(deviceReport),
  leftBehind: v.array(v.object({ doc: v.string(), name: v.string(), bytes: v.number() })),
  held: v.optional(
    v.array(
      v.object({
        name: v.string(),
        hash: v.string(),
        device: v.string(),
        deviceName: v.string(),
        at: v.nullable(v.number()),
        notes: v.number(),
        look: v.array(v.object({ name: v.string(), text: v.string() })),
      }),
    ),
    [],
  ),
  heldMore: v.optional(v.number(), 0),
  /** Runs begun since the last success, whether they failed or died. */
  tries: v.number(),
  refused: v.optional(v.number(), 0),
  triedAt: v.number(),
  lookedAt: v.optional(v.number(), 0),
  sealedBy: v.optional(v.string(), ''),
  locked: v.optional(v.boolean(), false),
  own: v.unknown(),
});

/** The content of `RemoteRow.memory`. */
export interface RemoteMemory {
  readonly devices: readonly DeviceReport[];
  readonly leftBehind: readonly LeftBehind[];
  readonly held: readonly HeldFile[];
  /** How many more were not examined yet. */
  readonly heldMore: number;
  readonly tries: number;
  /** Runs that the server refused since the last success. */
  readonly refused: number;
  readonly triedAt: number;
  /** When others' news was last read successfully. */
  readonly lookedAt: number;
  /** The key (`keyId`) under which the last complete run sealed the remote; empty: there was none. */
  readonly sealedBy: string;
  /** The last run that got this far found something that no key of this device opens. */
  readonly locked: boolean;
  readonly own: unknown;
}

const NOTHING: RemoteMemory = {
  devices: [],
  leftBehind: [],
  held: [],
  heldMore: 0,
  tries: 0,
  refused: 0,
  triedAt: 0,
  lookedAt: 0,
  sealedBy: '',
  locked: false,
  own: null,
};

/** Invalid memory is dropped: that costs no more than reading things twice. */
export function readMemory(row: Pick<RemoteRow, 'memory'>): RemoteMemory {
  const read = v.safeParse(remoteMemory, row.memory);
  return read.success ? { ...read.output, own: read.output.own ?? null } : NOTHING;
}
