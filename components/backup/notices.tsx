/** Shown everywhere in the library while notes are in danger. */

import { useText } from '../kit';
import { focusTitle, fragmentOf } from '../library';

/** The browser lost the database: its notes exist only in copies elsewhere. */
export function EmptiedNotice({ count: lost, onDismiss }: { readonly count: number; readonly onDismiss: () => void }) {
  const { t, count } = useText();
  return (
    <div class="notice notice-strong" role="alert">
      <p>
        <b>{count('backup_emptied', lost)}</b> {t('backup_emptied_help')}
      </p>
      <p class="row-of-buttons">
        <a class="button button-framed" href={fragmentOf({ at: 'backup' })}>
          {t('backup_emptied_restore')}
        </a>
        <a class="button button-framed" href={fragmentOf({ at: 'sync' })}>
          {t('backup_emptied_sync')}
        </a>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            onDismiss();
            focusTitle();
          }}
        >
          {t('backup_emptied_dismiss')}
        </button>
      </p>
    </div>
  );
}

export function ReminderNotice({ notes }: { readonly notes: number }) {
  const { t, count } = useText();
  return (
    <p class="notice">
      {count('backup_needed', notes)} <a href={fragmentOf({ at: 'backup' })}>{t('backup_to_backup')}</a>
    </p>
  );
}
