/** "12 notes are new, 3 were merged, 4 were the same; 1 line was not understood: …" */
import type { FileProblem } from '../../lib/notes';
import { type MessageKey, useText } from '../kit';
import type { ImportOutcome } from './props';

/** Another program's file may be misunderstood throughout: the first lines show why. */
const PROBLEMS_SHOWN = 20;

const PROBLEMS: Readonly<Record<FileProblem, MessageKey>> = {
  damaged: 'backup_problem_damaged',
  foreign: 'backup_problem_foreign',
  newer: 'backup_problem_newer',
  'too-big': 'backup_problem_too_big',
  'too-many': 'backup_problem_too_many',
  'took-too-long': 'backup_problem_took_too_long',
  'gave-up': 'backup_problem_gave_up',
  unreadable: 'backup_problem_unreadable',
  'unsafe-path': 'backup_problem_unsafe_path',
  'not-text': 'backup_problem_not_text',
  locked: 'backup_problem_locked',
  'not-a-note': 'backup_problem_not_a_note',
  'anki-package': 'backup_problem_anki_package',
  'front-matter': 'backup_problem_front_matter',
  'missing-columns': 'backup_problem_missing_columns',
  'bad-line': 'backup_problem_bad_line',
  'more-fields': 'backup_problem_more_fields',
  'open-quote': 'backup_problem_open_quote',
  'cut-off': 'backup_problem_cut_off',
  'no-name': 'backup_problem_no_name',
  'unknown-name': 'backup_problem_unknown_name',
  'ambiguous-name': 'backup_problem_ambiguous_name',
};

export function ImportResult({ outcome }: { readonly outcome: ImportOutcome }) {
  const { t, count } = useText();
  const { added, merged, same, notUnderstood, unread = 0 } = outcome;
  const done = [
    added > 0 && count('backup_added', added),
    merged > 0 && count('backup_merged', merged),
    same > 0 && count('backup_same', same),
  ].filter((sentence) => sentence !== false);
  return (
    <>
      {done.length > 0 && <p class="said">{done.join(' ')}</p>}
      {outcome.state === 'failed' && <p class="error">{t('backup_import_failed', outcome.detail)}</p>}
      {outcome.state === 'cancelled' && <p class="said">{t('backup_import_cancelled')}</p>}
      {unread > 0 && <p class="said">{count('backup_unread', unread)}</p>}
      {outcome.state === 'read' && done.length === 0 && <p class="said">{t('backup_nothing_found')}</p>}
      {notUnderstood.length > 0 && (
        <div class="error">
          <p>{count('backup_not_understood', notUnderstood.length)}</p>
          <ul class="problems">
            {notUnderstood.slice(0, PROBLEMS_SHOWN).map(({ file, line, why, detail }, index) => (
              <li key={`${file} ${line} ${index}`} dir="auto">
                {line === null ? t('backup_problem_file', file) : t('backup_problem_line', file, line)}{' '}
                {t(PROBLEMS[why], detail)}
              </li>
            ))}
          </ul>
          {notUnderstood.length > PROBLEMS_SHOWN && (
            <p>{count('backup_problems_more', notUnderstood.length - PROBLEMS_SHOWN)}</p>
          )}
        </div>
      )}
    </>
  );
}
