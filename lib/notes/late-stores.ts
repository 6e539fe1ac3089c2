/**
 * The stores of notes, with the code that opens documents loaded by the first call that needs it. If it cannot be loaded,
 * the call fails with the loader's error and has stored nothing; the next call tries again.
 */
import type { NoteDocuments } from './note-documents';
import { createLedgerRows, type LedgerRowsParts } from './store/ledger-rows';
import { createNoteReading } from './store/note-reading';
import type { StoreParts } from './store/parts';
import type { SettingsDocument } from './store/settings-document';
import { settingsEdition } from './store/settings-edition';
import type { LedgerDocuments, NoteStore, NoteWriting, SyncLedger } from './types';

export interface LateStoresParts extends StoreParts, LedgerRowsParts {
  /** Loads that code, once unless it failed. Never called inside a transaction, which would end meanwhile. */
  readonly documents: () => Promise<NoteDocuments>;
}

export interface LateStores {
  readonly store: NoteStore;
  readonly ledger: SyncLedger;
  readonly settingsDocument: SettingsDocument;
}

// A missing method does not compile.
const OF_NOTES = Object.keys({
  putIn: true,
  exchange: true,
  addTag: true,
  removeTag: true,
  addQuote: true,
  removeQuote: true,
  remove: true,
  takeBack: true,
  restoreVersion: true,
  removedPassages: true,
  merge: true,
} satisfies Record<keyof NoteWriting, true>) as (keyof NoteWriting)[];
const OF_LEDGER = Object.keys({
  accept: true,
  enqueue: true,
  digest: true,
  saveRemote: true,
} satisfies Record<keyof LedgerDocuments, true>) as (keyof LedgerDocuments)[];

export function createLateStores({ documents, ...parts }: LateStoresParts): LateStores {
  const { database } = parts;
  const settings = async () => (await documents()).createSettingsDocument(parts);
  return {
    store: {
      ...createNoteReading(database),
      ...late(OF_NOTES, async () => (await documents()).createNoteWriting(parts)),
    },
    ledger: {
      ...createLedgerRows(parts),
      ...late(OF_LEDGER, async () => (await documents()).createLedgerDocuments(parts)),
    },
    settingsDocument: {
      edition: () => settingsEdition(database),
      read: async () => ((await settingsEdition(database)) === null ? new Map() : (await settings()).read()),
      change: async (changes) => (await settings()).change(changes),
    },
  };
}

/** Each of these methods, called on what `load` returns. */
function late<T extends { [K in keyof T]: (...args: never[]) => Promise<unknown> }>(
  names: readonly (keyof T)[],
  load: () => Promise<T>,
): T {
  const call =
    (name: keyof T) =>
    async (...args: never[]) =>
      (await load())[name](...args);
  return Object.fromEntries(names.map((name) => [name, call(name)])) as T;
}
