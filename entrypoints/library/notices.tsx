/** Notices above every page: notes lost by the browser, notes without a copy, a change that was not stored. */
import { useEffect, useState } from 'preact/hooks';
import { EmptiedNotice, ReminderNotice } from '../../components/backup';
import { useText } from '../../components/kit';
import { type LibraryPlace, sectionOf } from '../../components/library';
import { OfferNotice } from '../../components/sync';
import { isNewerDatabase } from '../../lib/database';
import type { Emptied } from '../../lib/notes';
import { database, reminder, sentinel } from './stores';
import { useUndecided } from './use-undecided';
import { useWatched } from './use-watched';

const readBackup = () => reminder.state();

interface NoticesProps {
  readonly place: LibraryPlace;
  readonly onKeepHere: () => void;
  /** Kept notes; null while they are being counted. */
  readonly count: number | null | 'unavailable';
  readonly failed: 'setting' | 'note' | null;
  /** Notes that were left before their last words were stored. */
  readonly unstored: readonly string[];
}

export function Notices({ place, count, failed, unstored, onKeepHere }: NoticesProps) {
  const { t } = useText();
  const [emptied, setEmptied] = useState<Emptied | null>(null);
  const [newer, setNewer] = useState(false);
  const backup = useWatched(readBackup);
  const undecided = useUndecided() && count !== null;

  useEffect(() => {
    if (count === 'unavailable') void database.open().catch((thrown) => setNewer(isNewerDatabase(thrown)));
    else if (count !== null) void sentinel.look().then(setEmptied, () => {});
  }, [count]);

  const unsaved = backup !== null && backup !== 'unavailable' && backup.due ? backup.unsaved : 0;
  return (
    <>
      {newer && (
        <p class="notice notice-strong" role="alert">
          {t('library_too_new')}
        </p>
      )}
      {emptied !== null && (
        <EmptiedNotice
          count={emptied.count}
          onDismiss={() => void sentinel.startAfresh().then(() => setEmptied(null))}
        />
      )}
      {undecided && sectionOf(place) === 'notes' && <OfferNotice onKeepHere={onKeepHere} />}
      {unsaved > 0 && sectionOf(place) === 'notes' && <ReminderNotice notes={unsaved} />}
      {unstored.map((name) => (
        <p key={name} class="error not-kept" role="alert">
          {t('notes_unstored', name)}
        </p>
      ))}
      {failed !== null && (
        <p class="error not-kept" role="alert">
          {t(failed === 'setting' ? 'library_not_kept' : 'notes_failed')}
        </p>
      )}
    </>
  );
}
