/**
 * Are there notes that may be lost, are lost, or wait for the choice where they may go? For the popup, which has room
 * for one line.
 */
import type { NotesDanger } from '../../lib/messages';
import type { BackupReminder, Sentinel } from '../../lib/notes';

export interface DangerParts {
  readonly sentinel: Pick<Sentinel, 'look'>;
  readonly reminder: Pick<BackupReminder, 'state'>;
  /** The reader has not yet chosen where notes may go. */
  readonly undecided: () => Promise<boolean>;
}

export async function notesInDanger({ sentinel, reminder, undecided }: DangerParts): Promise<NotesDanger> {
  const emptied = await sentinel.look();
  if (emptied) return { state: 'emptied', notes: emptied.count };
  const { due, unsaved } = await reminder.state();
  if (due) return { state: 'no-copy', notes: unsaved };
  return { state: (await undecided()) ? 'undecided' : 'none' };
}
