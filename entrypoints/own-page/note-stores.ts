/** The stores of notes over the one database, with the clock and the chance that lib does not have. Background and library. */
import type { BackstoryDatabase } from '../../lib/database';
import {
  createNoteStore,
  createSentinel,
  createSettingsDocument,
  createSightings,
  createSyncLedger,
  type NoteStore,
  type Sentinel,
  type SentinelArea,
  type SettingsDocument,
  type Sightings,
  type StoreParts,
  type SyncLedger,
} from '../../lib/notes';
import { randomSession } from './random-session';

export interface NoteStores {
  readonly store: NoteStore;
  readonly ledger: SyncLedger;
  readonly sentinel: Sentinel;
  readonly sightings: Sightings;
  readonly settingsDocument: SettingsDocument;
}

export interface NoteStoresOptions {
  readonly database: BackstoryDatabase;
  /** `browser.storage.local`. */
  readonly area: SentinelArea;
  readonly history: () => Promise<boolean>;
  /** After each commit. */
  readonly committed: NonNullable<StoreParts['committed']>;
}

export function openNoteStores({ database, area, history, committed }: NoteStoresOptions): NoteStores {
  const parts = { database, now: Date.now, session: randomSession, committed };
  const store = createNoteStore(parts);
  const ledger = createSyncLedger({ ...parts, newDevice });
  const sentinel = createSentinel({
    area,
    device: () => ledger.device(),
    count: () => store.count(),
    now: Date.now,
  });
  return {
    store,
    ledger,
    sentinel,
    sightings: createSightings({ database, now: Date.now, history }),
    settingsDocument: createSettingsDocument(parts),
  };
}

const newDevice = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
