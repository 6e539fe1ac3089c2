/** The passphrase that seals what leaves this device: set, changed, or typed in where another device has set it. */
import { useId, useState } from 'preact/hooks';
import { Button, type MessageKey, useText } from '../kit';
import type { PassphraseOutcome, PassphraseState, SyncCalls } from './props';

/** Where "locked" leads to. */
export const PASSPHRASE_ID = 'passphrase';

interface PassphraseProps {
  readonly state: PassphraseState;
  /** Characters that a new one must have. */
  readonly shortest: number;
  readonly on: Pick<SyncCalls, 'setPassphrase' | 'unlock'>;
}

type Said = PassphraseOutcome | { readonly state: 'working' | 'short' | 'unlike' } | null;

const LEADS: Readonly<Record<PassphraseState, MessageKey>> = {
  none: 'sync_passphrase_none',
  set: 'sync_passphrase_set',
  locked: 'sync_passphrase_locked',
};

export function Passphrase({ state, shortest, on }: PassphraseProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const asking = open || state === 'locked';

  async function take(passphrase: string, again: string): Promise<boolean> {
    if (state !== 'locked') {
      if (passphrase.length < shortest) return no('short');
      if (passphrase !== again) return no('unlike');
    }
    setSaid({ state: 'working' });
    const outcome = await (state === 'locked' ? on.unlock(passphrase) : on.setPassphrase(passphrase));
    setSaid(outcome);
    if (outcome.state === 'done') setOpen(false);
    return outcome.state === 'done';
  }

  function no(why: 'short' | 'unlike'): false {
    setSaid({ state: why });
    return false;
  }

  return (
    <>
      <h3>{t('sync_passphrase')}</h3>
      <p class={state === 'locked' ? 'error' : undefined}>{t(LEADS[state])}</p>
      {!asking && (
        <Button look="framed" onClick={() => setOpen(true)}>
          {t(state === 'none' ? 'sync_passphrase_do_set' : 'sync_passphrase_do_change')}
        </Button>
      )}
      {asking && <PassphraseForm state={state} working={said?.state === 'working'} onTake={take} />}
      <p role="status" class={said === null || said.state === 'working' || said.state === 'done' ? 'said' : 'error'}>
        {said !== null && said.state !== 'failed' && t(SAID[said.state], shortest)}
        {said?.state === 'failed' && t('sync_passphrase_failed', said.detail)}
      </p>
      <p class="help">{t('sync_passphrase_forgotten')}</p>
    </>
  );
}

const SAID: Readonly<Record<Exclude<NonNullable<Said>['state'], 'failed'>, MessageKey>> = {
  working: 'sync_passphrase_working',
  short: 'sync_passphrase_short',
  unlike: 'sync_passphrase_unlike',
  done: 'sync_passphrase_done',
  wrong: 'sync_passphrase_wrong',
  taken: 'sync_passphrase_taken',
  'too-many': 'sync_passphrase_too_many',
};

interface PassphraseFormProps {
  readonly state: PassphraseState;
  readonly working: boolean;
  readonly onTake: (passphrase: string, again: string) => Promise<boolean>;
}

function PassphraseForm({ state, working, onTake }: PassphraseFormProps) {
  const { t } = useText();
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const locked = state === 'locked';
  return (
    <form
      class="fields"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await onTake(passphrase, again))) return;
        setPassphrase('');
        setAgain('');
      }}
    >
      <label for={PASSPHRASE_ID}>{t(locked ? 'sync_passphrase' : 'sync_passphrase_new')}</label>
      <Secret
        id={PASSPHRASE_ID}
        shown={shown}
        autocomplete={locked ? 'current-password' : 'new-password'}
        value={passphrase}
        onValue={setPassphrase}
      />
      {!locked && (
        <>
          <p class="help">{t('sync_passphrase_advice')}</p>
          <label for={`${id}-again`}>{t('sync_passphrase_again')}</label>
          <Secret id={`${id}-again`} shown={shown} autocomplete="new-password" value={again} onValue={setAgain} />
        </>
      )}
      <label class="check">
        <input type="checkbox" checked={shown} onChange={({ currentTarget }) => setShown(currentTarget.checked)} />
        <span>{t('sync_passphrase_show')}</span>
      </label>
      <button type="submit" class="button button-framed" disabled={working}>
        {t(locked ? 'sync_passphrase_unlock' : 'sync_passphrase_save')}
      </button>
    </form>
  );
}

interface SecretProps {
  readonly id: string;
  readonly shown: boolean;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Secret({ shown, onValue, ...rest }: SecretProps) {
  const attributes = {
    ...rest,
    class: 'wide',
    required: true,
    autocapitalize: 'off',
    spellcheck: false,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onValue(currentTarget.value),
  } as const;
  return shown ? <input {...attributes} type="text" /> : <input {...attributes} type="password" />;
}
