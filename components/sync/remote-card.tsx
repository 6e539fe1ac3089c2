/**
 * One remote, and only what is known about it: what is running, what is wrong, when an exchange last completed, what is
 * waiting. "Complete" is said only of what was read back.
 */
import { useState } from 'preact/hooks';
import type { RemoteStatus, SyncStep } from '../../lib/sync';
import { Button, formatBytes, formatMoment, type MessageKey, Switch, type Text, useText } from '../kit';
import { cardWords, standingOf } from './card-words';
import { CompareDevices } from './compare-devices';
import { HeldBack } from './held-back';
import { PASSPHRASE_ID } from './passphrase';
import type { PassphraseState, SyncCalls } from './props';
import { TakeOut } from './take-out';
import { troubleSentence } from './trouble';

const STEPS: Readonly<Record<SyncStep, MessageKey>> = {
  look: 'sync_step_look',
  read: 'sync_step_read',
  merge: 'sync_step_merge',
  write: 'sync_step_write',
  check: 'sync_step_check',
  tidy: 'sync_step_tidy',
};

/** Notes that do not fit, by name; nobody reads thousands. */
const NAMED = 100;

interface RemoteCardProps {
  readonly remote: RemoteStatus;
  readonly on: SyncCalls;
}

export function RemoteCard({ remote, passphrase, on }: RemoteCardProps & { readonly passphrase: PassphraseState }) {
  const text = useText();
  const { t } = text;
  const name = nameOf(text, remote);
  const words = cardWords(text, remote, passphrase);
  // A long address breaks anywhere as a heading, but is shown in full.
  const [host, ...path] = remote.place === '' ? [name] : name.split('/');
  return (
    <article class="remote" aria-label={name}>
      <header class="remote-head">
        <h3>
          <bdi>{host}</bdi>
        </h3>
        <Switch on={remote.on} onChange={(wish) => on.switchRemote(remote.id, wish)}>
          <span class="unseen">{`${name}: `}</span>
          {t(remote.on ? 'sync_on' : 'sync_off')}
        </Switch>
      </header>
      {!remote.ofBrowser && (
        <p class="remote-kind">
          <span>{t(`sync_kind_${remote.kind}`)}</span> {path.length > 0 && <bdi>{`/${path.join('/')}`}</bdi>}
        </p>
      )}
      <div role="status">
        <Now remote={remote} on={on} />
      </div>
      <p class="remote-state">{words.exchanged}</p>
      {words.waiting !== null && <p class="remote-state">{words.waiting}</p>}
      <LeftBehind remote={remote} />
      {words.held !== null && <HeldBack lead={words.held} remote={remote} on={on} />}
      {words.protection !== null && <p class="help">{words.protection}</p>}
      {remote.ofBrowser && <p class="help">{t('sync_account_limits')}</p>}
      <p class="remote-actions">
        {remote.on && remote.running === null && (
          <Button look="framed" aria-label={t('sync_now_label', name)} onClick={() => on.syncNow(remote.id)}>
            {t('sync_now')}
          </Button>
        )}
        {!remote.ofBrowser && (
          <Button aria-label={t('sync_remove_label', name)} onClick={() => on.removeRemote(remote.id)}>
            {t('sync_remove')}
          </Button>
        )}
      </p>
      {remote.ofBrowser && !remote.on && <TakeOut on={on} />}
      {remote.devices.length > 0 && <CompareDevices here={remote.here} devices={remote.devices} />}
    </article>
  );
}

const nameOf = ({ t }: Text, { kind, place }: RemoteStatus): string => (place === '' ? t(`sync_kind_${kind}`) : place);

/** What is going on, or what is wrong and how to fix it. */
function Now({ remote, on }: RemoteCardProps) {
  const text = useText();
  const { t } = text;
  const standing = standingOf(remote);
  if (standing.is === 'running') {
    return (
      <p class="remote-now">
        <span>{t(STEPS[standing.step])}</span>
        <Button onClick={() => on.cancel(remote.id)}>{t('sync_cancel')}</Button>
      </p>
    );
  }
  if (standing.is !== 'trouble') return null;
  const { code, at } = standing.trouble;
  return (
    <p class="error">
      {troubleSentence(text, standing.trouble)}{' '}
      <span class="help-inline">{t('sync_tried', formatMoment(text, at))}</span>
      {code === 'permission' && (
        <>
          {' '}
          <AllowAgain remote={remote} on={on} />
        </>
      )}
      {(code === 'locked' || code === 'wrong-passphrase') && (
        <>
          {' '}
          <Button onClick={() => document.getElementById(PASSPHRASE_ID)?.focus()}>{t('sync_to_passphrase')}</Button>
        </>
      )}
    </p>
  );
}

function AllowAgain({ remote, on }: RemoteCardProps) {
  const { t } = useText();
  const [refused, setRefused] = useState(false);
  return (
    <>
      <Button
        onClick={async () => {
          setRefused(false);
          setRefused(!(await on.allow(remote.id)));
        }}
      >
        {t('sync_allow')}
      </Button>
      {refused && ` ${t('sync_allow_refused')}`}
    </>
  );
}

function LeftBehind({ remote }: Pick<RemoteCardProps, 'remote'>) {
  const text = useText();
  const { leftBehind } = remote;
  if (leftBehind.length === 0) return null;
  return (
    <details class="left-behind">
      <summary>{text.count('sync_left_behind', leftBehind.length)}</summary>
      <ul class="rows">
        {leftBehind.slice(0, NAMED).map(({ doc, name, bytes }) => (
          <li key={doc}>
            <bdi>{name}</bdi>
            <span class="when">{formatBytes(text, bytes)}</span>
          </li>
        ))}
      </ul>
      {leftBehind.length > NAMED && <p>{text.count('sync_left_behind_more', leftBehind.length - NAMED)}</p>}
      <p class="help">{text.t('sync_left_behind_help')}</p>
    </details>
  );
}
