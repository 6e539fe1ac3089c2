/**
 * What a place's card says: one sentence per question, all derived from one state. Contradictory sentences are
 * alternatives here, so that no state can produce both.
 *
 * off ─ never used │ locked │ trouble │ running │ well
 */
import type { RemoteStatus, SyncTrouble } from '../../lib/sync';
import { formatMoment, type MessageKey, type Text } from '../kit';
import type { PassphraseState } from './props';

type Trouble = NonNullable<RemoteStatus['trouble']>;

export type RemoteStanding =
  /** It has never completed an exchange: nothing is known about it, and nothing goes there. */
  | { readonly is: 'unused' }
  | { readonly is: 'off' }
  | { readonly is: 'running'; readonly step: NonNullable<RemoteStatus['running']> }
  | { readonly is: 'trouble'; readonly trouble: Trouble }
  | { readonly is: 'well' };

export interface CardWords {
  readonly exchanged: string;
  readonly waiting: string | null;
  /** About unsealed files lying there, which are shown below. */
  readonly held: string | null;
  readonly protection: string | null;
}

/** Their own sentence says what happens to what is waiting. */
const SPEAKS_OF_WAITING: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>([
  'locked',
  'wrong-passphrase',
  'full',
  'too-busy',
  'cancelled',
]);

export function standingOf({ on, running, trouble, lastSuccess }: RemoteStatus): RemoteStanding {
  if (!on) return { is: lastSuccess === null ? 'unused' : 'off' };
  if (running !== null) return { is: 'running', step: running };
  return trouble === null ? { is: 'well' } : { is: 'trouble', trouble };
}

/** @param passphrase as shown below the cards */
export function cardWords(text: Text, remote: RemoteStatus, passphrase: PassphraseState): CardWords {
  const standing = standingOf(remote);
  const held = heldBack(remote, standing, passphrase);
  const protection = protectionKey(remote, standing, passphrase);
  return {
    exchanged: exchanged(text, remote, standing),
    waiting: standing.is === 'unused' ? null : waiting(text, remote, standing),
    held: held === 0 ? null : text.count('sync_held', held),
    protection: protection && text.t(protection),
  };
}

function exchanged(text: Text, { lastSuccess }: RemoteStatus, { is }: RemoteStanding): string {
  if (is === 'unused') return text.t('sync_unused');
  return lastSuccess === null ? text.t('sync_never') : text.t('sync_last_success', formatMoment(text, lastSuccess));
}

function waiting(text: Text, remote: RemoteStatus, standing: RemoteStanding): string | null {
  const { pending, leftBehind, lastSuccess, ofBrowser } = remote;
  // What does not fit also waits, but is reported separately.
  const count = pending.count - leftBehind.length;
  if (count > 0) {
    const since = pending.since === null ? text.t('sync_no_detail') : formatMoment(text, pending.since);
    return text.count('sync_pending', count, since);
  }
  if (standing.is === 'trouble' && SPEAKS_OF_WAITING.has(standing.trouble.code)) return null;
  // A place's content is known only if it answered just now: another device may have emptied it since.
  if (standing.is !== 'well' && standing.is !== 'running') return text.t('sync_nothing_to_send');
  if (lastSuccess === null || remote.trouble !== null) return text.t('sync_nothing_to_send');
  if (leftBehind.length > 0) return text.t('sync_account_took_fitting');
  return text.t(ofBrowser ? 'sync_account_took_all' : 'sync_all_there');
}

/**
 * Files to report. None if this device lacks the key: it cannot tell what is foreign, and an answer could not take
 * effect.
 */
function heldBack(remote: RemoteStatus, standing: RemoteStanding, passphrase: PassphraseState): number {
  if (standing.is === 'unused') return 0;
  const protection = protectionOf(remote, passphrase);
  return protection === 'sealed' || protection === 'to-seal' ? remote.held.length + remote.heldMore : 0;
}

/** Null: something else on the page already says it. */
function protectionKey(remote: RemoteStatus, standing: RemoteStanding, passphrase: PassphraseState): MessageKey | null {
  const { ofBrowser, lastSuccess } = remote;
  const isAllOurs = heldBack(remote, standing, passphrase) === 0;
  switch (protectionOf(remote, passphrase)) {
    case 'locked':
      return standing.is === 'trouble' && saysLocked(standing.trouble) ? null : 'sync_locked_there';
    case 'plain':
      if (passphrase === 'locked') return null;
      if (lastSuccess === null) return ofBrowser ? 'sync_account_would_be_plain' : 'sync_would_be_plain';
      return ofBrowser ? 'sync_account_plain' : 'sync_plain';
    case 'to-seal':
      if (lastSuccess === null) return 'sync_will_be_sealed';
      return isAllOurs ? 'sync_to_seal' : 'sync_to_seal_but_held';
    case 'sealed':
      return isAllOurs ? 'sync_sealed' : 'sync_sealed_but_held';
  }
}

/** Cards and passphrase are read one after the other, and the passphrase may have been set in between. */
function protectionOf({ protection, trouble }: RemoteStatus, passphrase: PassphraseState): RemoteStatus['protection'] {
  if (trouble !== null && isLock(trouble.code)) return 'locked';
  return protection === 'plain' && passphrase === 'set' ? 'to-seal' : protection;
}

const saysLocked = ({ code, passing }: Trouble): boolean => isLock(code) && !passing;

const isLock = (code: SyncTrouble): boolean => code === 'locked' || code === 'wrong-passphrase';

/** What the page says about the passphrase, from what is known about this device and the active places. */
export function passphraseState(
  remotes: readonly RemoteStatus[],
  hasRing: boolean,
  /** Another device was first, as setting one has just shown. */
  taken: boolean,
): PassphraseState {
  const locked = remotes.some(({ on, protection, trouble }) => {
    return on && (protection === 'locked' || (trouble !== null && isLock(trouble.code)));
  });
  if (locked || taken) return 'locked';
  return hasRing ? 'set' : 'none';
}
