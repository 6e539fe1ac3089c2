/** What sync needs from the store. */
import type { SyncLedger } from '../types';
import { createLedgerDocuments } from './ledger-documents';
import { createLedgerRows, type LedgerRowsParts } from './ledger-rows';
import type { StoreParts } from './parts';

export const createSyncLedger = (parts: StoreParts & LedgerRowsParts): SyncLedger => ({
  ...createLedgerRows(parts),
  ...createLedgerDocuments(parts),
});
