/**
 * Everything that opens documents of notes, with Yjs. The background loads it from a file of its own when a note is opened,
 * stored or merged (`late-stores.ts`); lists, cards and pages need only the rows.
 */
import { DOCUMENTS } from './document/documents';
import { createLedgerDocuments } from './store/ledger-documents';
import { createNoteWriting } from './store/note-writing';
import { createSettingsDocument } from './store/settings-document';

export const NOTE_DOCUMENTS = {
  createNoteWriting,
  createLedgerDocuments,
  createSettingsDocument,
  documents: DOCUMENTS,
};

export type NoteDocuments = typeof NOTE_DOCUMENTS;
