/**
 * The progress of passphrase work in words: the step, the number of keys, the time so far; and a way to stop it. No
 * percentage: nobody knows how long one key takes.
 */
import { useEffect, useId, useState } from 'preact/hooks';
import type { RingStep } from '../../lib/sync';
import { Button, type Text, useText } from '../kit';

export type PassphraseStep = RingStep | { readonly step: 'look' };

interface PassphraseProgressProps {
  /** Null: nothing is running. */
  readonly step: PassphraseStep | null;
  readonly onCancel: () => void;
}

const SECOND_MS = 1_000;

export function PassphraseProgress({ step, onCancel }: PassphraseProgressProps) {
  const text = useText();
  const said = useId();
  return (
    <>
      {/* The live region must exist before it speaks, or its first word is not heard. */}
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

/** Seconds since it appeared. Not read aloud: the step is. */
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
