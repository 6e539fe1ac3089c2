/** Texts for a pack being installed, and for the result. */
import { formatDay, type MessageKey, type Text } from '../kit';
import type { InstallOutcome, InstallRefusal, InstallState } from './props';

/** About the file or the host. */
export const PROBLEMS: Readonly<Record<InstallRefusal, MessageKey>> = {
  'not-a-pack': 'library_pack_not_a_pack',
  truncated: 'library_pack_truncated',
  damaged: 'library_pack_damaged',
  newer: 'library_pack_newer',
  older: 'library_pack_older',
  'too-large': 'library_pack_too_large',
  'invalid-source': 'library_pack_invalid_source',
  'not-stored': 'library_pack_not_stored',
  private: 'library_pack_private',
  'bad-address': 'library_pack_bad_address',
  'not-secure': 'library_pack_not_secure',
  'bad-checksum': 'library_pack_bad_checksum',
  'two-checksums': 'library_pack_two_checksums',
  never: 'library_pack_fetch_never',
  'not-allowed': 'library_pack_not_allowed',
  offline: 'library_pack_offline',
  'time-out': 'library_pack_time_out',
  'broken-off': 'library_pack_broken_off',
  redirected: 'library_pack_redirected',
  refused: 'library_pack_refused',
  'server-error': 'library_pack_server_error',
  page: 'library_pack_page',
  unreadable: 'library_pack_unreadable',
  'wrong-checksum': 'library_pack_wrong_checksum',
};

export function installSentence(text: Text, state: InstallState): string {
  const { t } = text;
  if (state === null) return '';
  if (state.state !== 'working') return outcomeSentence(text, state);
  switch (state.step) {
    case 'asking':
      return t('library_pack_asking', state.what);
    case 'reading':
      return t('library_pack_reading');
    case 'checking':
      return t('library_pack_importing');
    case 'storing':
      return t('library_pack_storing');
  }
}

function outcomeSentence(text: Text, outcome: InstallOutcome): string {
  const { t } = text;
  switch (outcome.state) {
    case 'imported':
      return outcome.replaced === null
        ? t('library_pack_imported', outcome.name)
        : t('library_pack_replaced', outcome.name, formatDay(text, outcome.edition), formatDay(text, outcome.replaced));
    case 'same':
      return t('library_pack_same', outcome.name);
    case 'cancelled':
      return `${t('library_pack_cancelled')} ${t('library_pack_kept')}`;
    case 'refused':
      return `${t(PROBLEMS[outcome.problem], outcome.what)} ${t('library_pack_kept')}`;
  }
}
