/** The passphrase that seals what leaves this device: set, changed, or typed in if another device has set it. */
import { useState } from 'preact/hooks';
import { Button, type MessageKey, useText } from '../kit';
import { PassphraseEntry } from './passphrase-entry';
import type { PassphraseState, SyncCalls } from './props';

/** The target of "locked". */
export const PASSPHRASE_ID = 'passphrase';

interface PassphraseProps {
  readonly state: PassphraseState;
  /** Minimum length of a new one. */
  readonly shortest: number;
  readonly on: Pick<SyncCalls, 'setPassphrase' | 'unlock'>;
}

const LEADS: Readonly<Record<PassphraseState, MessageKey>> = {
  none: 'sync_passphrase_none',
  set: 'sync_passphrase_set',
  locked: 'sync_passphrase_locked',
};

export function Passphrase({ state, shortest, on }: PassphraseProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const locked = state === 'locked';
  const asking = open || locked;

  return (
    <>
      <h3>{t('sync_passphrase')}</h3>
      <p class={locked ? 'error' : undefined}>{t(LEADS[state])}</p>
      {!asking && (
        <Button look="framed" onClick={() => setOpen(true)}>
          {t(state === 'none' ? 'sync_passphrase_do_set' : 'sync_passphrase_do_change')}
        </Button>
      )}
      <PassphraseEntry
        id={PASSPHRASE_ID}
        wanted={locked ? 'known' : asking ? 'new' : null}
        shortest={shortest}
        onTake={async (passphrase, run) => {
          const outcome = await (locked ? on.unlock(passphrase, run) : on.setPassphrase(passphrase, run));
          if (outcome.state === 'done') setOpen(false);
          return outcome;
        }}
      />
      <p class="help">{t('sync_passphrase_forgotten')}</p>
    </>
  );
}
