/** What went wrong with a remote, in a sentence that also says what to do; none of these loses anything. */
import type { SyncTrouble } from '../../lib/sync';
import type { MessageKey, Text } from '../kit';

const SENTENCES: Readonly<Record<SyncTrouble, MessageKey>> = {
  offline: 'sync_trouble_offline',
  unreachable: 'sync_trouble_unreachable',
  timeout: 'sync_trouble_timeout',
  credentials: 'sync_trouble_credentials',
  forbidden: 'sync_trouble_forbidden',
  'not-found': 'sync_trouble_not_found',
  conflict: 'sync_trouble_conflict',
  precondition: 'sync_trouble_precondition',
  'locked-file': 'sync_trouble_locked_file',
  full: 'sync_trouble_full',
  server: 'sync_trouble_server',
  damaged: 'sync_trouble_damaged',
  withheld: 'sync_trouble_withheld',
  'not-verified': 'sync_trouble_not_verified',
  locked: 'sync_trouble_locked',
  'wrong-passphrase': 'sync_trouble_wrong_passphrase',
  newer: 'sync_trouble_newer',
  'too-large': 'sync_trouble_too_large',
  'too-much': 'sync_trouble_too_much',
  permission: 'sync_trouble_permission',
  'too-busy': 'sync_trouble_too_busy',
  cancelled: 'sync_trouble_cancelled',
  storage: 'sync_trouble_storage',
  failed: 'sync_trouble_failed',
};

export function troubleSentence(
  { t }: Text,
  { code, detail, passing }: { readonly code: SyncTrouble; readonly detail: string; readonly passing: boolean },
): string {
  return t(passing ? 'sync_trouble_passing' : SENTENCES[code], detail === '' ? t('sync_no_detail') : detail);
}
