/**
 * The stores of notes over the one database, with the clock and randomness that lib does not have. Background and
 * library.
 */
import type { BackstoryDatabase } from '../../lib/database';
import {
  createLateStores,
  createSentinel,
  createSightings,
  type LateStores,
  type NoteDocuments,
  type Sentinel,
  type SentinelArea,
  type Sightings,
  type StoreParts,
} from '../../lib/notes';
import { randomSession } from './random-session';

export interface NoteStores extends LateStores {
  readonly sentinel: Sentinel;
  readonly sightings: Sightings;
}

export interface NoteStoresOptions {
  readonly database: BackstoryDatabase;
  /** `browser.storage.local`. */
  readonly area: SentinelArea;
  readonly history: () => Promise<boolean>;
  /** What opens documents: the library includes it, the background loads it when needed. */
  readonly documents: () => Promise<NoteDocuments>;
  /** After each commit. */
  readonly committed: NonNullable<StoreParts['committed']>;
}

export function openNoteStores({ database, area, history, documents, committed }: NoteStoresOptions): NoteStores {
  const stores = createLateStores({ database, now: Date.now, session: randomSession, newDevice, documents, committed });
  const { store, ledger } = stores;
  const sentinel = createSentinel({
    area,
    device: () => ledger.device(),
    count: () => store.count(),
    now: Date.now,
  });
  return {
    ...stores,
    sentinel,
    sightings: createSightings({ database, now: Date.now, history }),
  };
}

const newDevice = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
