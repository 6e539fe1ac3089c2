/** Are there notes that might be lost, or are lost already? For the popup, which has no room for the whole story. */
import type { NotesDanger } from '../../lib/messages';
import type { BackupReminder, Sentinel } from '../../lib/notes';

export interface DangerParts {
  readonly sentinel: Pick<Sentinel, 'look'>;
  readonly reminder: Pick<BackupReminder, 'state'>;
}

export async function notesInDanger({ sentinel, reminder }: DangerParts): Promise<NotesDanger> {
  const emptied = await sentinel.look();
  if (emptied) return { state: 'emptied', notes: emptied.count };
  const { due, unsaved } = await reminder.state();
  return due ? { state: 'no-copy', notes: unsaved } : { state: 'none' };
}
