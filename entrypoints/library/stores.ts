/** The stores of this page: it reads and writes the database itself, and notifies the background of changes. */
import { createDatabase } from '../../lib/database';
import { createChosenDays } from '../../lib/knowledge';
import { browser, callBackground } from '../../lib/messages';
import { createBackupReminder, createRecallStore, NOTE_DOCUMENTS } from '../../lib/notes';
import { createSettings } from '../../lib/settings';
import { keepsNotes } from '../own-page/keeps-notes';
import { openNoteStores } from '../own-page/note-stores';

export const database = createDatabase();

export const {
  store: notes,
  ledger,
  sentinel,
  sightings,
} = openNoteStores({
  database,
  area: browser.storage.local,
  history: async () => (await createSettings(browser.storage.local).get()).history,
  documents: async () => NOTE_DOCUMENTS,
  committed: tellChange,
});

export const chosenDays = createChosenDays(database, browser.storage.session);

export const recall = createRecallStore(database, Date.now);

export const reminder = createBackupReminder(database, Date.now, keepsNotes);

/** A background that is not notified finds the change at its next look: the outbox has it. */
export function tellChange(): void {
  void callBackground('notesChanged', {}).catch(() => {});
}
