/** The passphrase fields and their result: a new one typed twice, or the one another device has set. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type MessageKey, useText } from '../kit';
import { PassphraseProgress, type PassphraseStep } from './passphrase-progress';
import type { PassphraseOutcome, PassphraseRun } from './props';

type Said = PassphraseOutcome | { readonly state: 'short' | 'unlike' } | null;

interface PassphraseEntryProps {
  /** Of the first field: other places on the page lead to it. */
  readonly id: string;
  /** Null: nothing to type now, and the last message stays. */
  readonly wanted: 'new' | 'known' | null;
  /** Minimum length of a new one. */
  readonly shortest: number;
  /** The button's label; by default it says what happens with the passphrase. */
  readonly action?: MessageKey;
  readonly onTake: (passphrase: string, run: PassphraseRun) => Promise<PassphraseOutcome>;
}

export function PassphraseEntry({ id, wanted, shortest, action, onTake }: PassphraseEntryProps) {
  const { t } = useText();
  const [said, setSaid] = useState<Said>(null);
  /** Null: nothing is running. */
  const [step, setStep] = useState<PassphraseStep | null>(null);
  const stop = useRef<AbortController | null>(null);
  // Leaving the sync page cancels it.
  useEffect(() => () => stop.current?.abort(), []);

  async function take(passphrase: string, again: string): Promise<boolean> {
    if (wanted === 'new' && passphrase.length < shortest) return no('short');
    if (wanted === 'new' && passphrase !== again) return no('unlike');
    stop.current = new AbortController();
    setSaid(null);
    setStep({ step: 'look' });
    const outcome = await onTake(passphrase, { signal: stop.current.signal, told: setStep });
    setStep(null);
    setSaid(outcome);
    // The focused button is gone.
    if (outcome.state === 'cancelled') document.getElementById(id)?.focus();
    return outcome.state === 'done';
  }

  function no(why: 'short' | 'unlike'): false {
    setSaid({ state: why });
    return false;
  }

  return (
    <>
      {wanted !== null && (
        <PassphraseForm
          id={id}
          isNew={wanted === 'new'}
          working={step !== null}
          action={action ?? (wanted === 'new' ? 'sync_passphrase_save' : 'sync_passphrase_unlock')}
          onTake={take}
        />
      )}
      <PassphraseProgress step={step} onCancel={() => stop.current?.abort()} />
      <p role="status" class={said === null || isCalm(said.state) ? 'said' : 'error'}>
        {said !== null && said.state !== 'failed' && t(SAID[said.state], shortest)}
        {said?.state === 'failed' && t('sync_passphrase_failed', said.detail)}
      </p>
    </>
  );
}

const SAID: Readonly<Record<Exclude<NonNullable<Said>['state'], 'failed'>, MessageKey>> = {
  short: 'sync_passphrase_short',
  unlike: 'sync_passphrase_unlike',
  done: 'sync_passphrase_done',
  wrong: 'sync_passphrase_wrong',
  taken: 'sync_passphrase_taken',
  'too-many': 'sync_passphrase_too_many',
  cancelled: 'sync_passphrase_cancelled',
};

const isCalm = (state: NonNullable<Said>['state']): boolean => state === 'done' || state === 'cancelled';

interface PassphraseFormProps {
  readonly id: string;
  readonly isNew: boolean;
  readonly working: boolean;
  readonly action: MessageKey;
  readonly onTake: (passphrase: string, again: string) => Promise<boolean>;
}

function PassphraseForm({ id, isNew, working, action, onTake }: PassphraseFormProps) {
  const { t } = useText();
  const againId = useId();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
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
      <label for={id}>{t(isNew ? 'sync_passphrase_new' : 'sync_passphrase')}</label>
      <Secret
        id={id}
        shown={shown}
        autocomplete={isNew ? 'new-password' : 'current-password'}
        value={passphrase}
        onValue={setPassphrase}
      />
      {isNew && (
        <>
          <p class="help">{t('sync_passphrase_advice')}</p>
          <label for={againId}>{t('sync_passphrase_again')}</label>
          <Secret id={againId} shown={shown} autocomplete="new-password" value={again} onValue={setAgain} />
        </>
      )}
      <label class="check">
        <input type="checkbox" checked={shown} onChange={({ currentTarget }) => setShown(currentTarget.checked)} />
        <span>{t('sync_passphrase_show')}</span>
      </label>
      <button type="submit" class="button button-framed" disabled={working}>
        {t(action)}
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
