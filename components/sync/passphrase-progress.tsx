/**
 * How far the work on a passphrase is, in words: what is being done, of how many keys, since when; and the way to stop it. No
 * share of the whole is drawn: nobody knows how long one key takes.
 */
import { useEffect, useId, useState } from 'preact/hooks';
import type { RingStep } from '../../lib/sync';
import { Button, type Text, useText } from '../kit';

export type PassphraseStep = RingStep | { readonly step: 'look' };

interface PassphraseProgressProps {
  /** Null: nothing is under way. */
  readonly step: PassphraseStep | null;
  readonly onCancel: () => void;
}

const SECOND_MS = 1_000;

export function PassphraseProgress({ step, onCancel }: PassphraseProgressProps) {
  const text = useText();
  const said = useId();
  return (
    <>
      {/* The region stands there before it speaks, or nobody hears its first word. */}
      <p id={said} role="status" class={step === null ? 'unseen' : 'said'}>
        {step !== null && sentence(text, step)}
      </p>
      {step !== null && (
        <p class="passphrase-work">
          <progress aria-labelledby={said} />
          <Elapsed />
          <Button look="framed" onClick={onCancel}>
            {text.t('sync_cancel')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Seconds since it stands there. Not read aloud: the step is. */
function Elapsed() {
  const { count } = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return <span class="help-inline">{count('sync_passphrase_seconds', seconds)}</span>;
}

function sentence({ t }: Text, step: PassphraseStep): string {
  switch (step.step) {
    case 'look':
      return t('sync_passphrase_look');
    case 'open':
      return step.of === 1 ? t('sync_passphrase_open') : t('sync_passphrase_open_of', step.at, step.of);
    case 'seal':
      return t('sync_passphrase_working');
  }
}
