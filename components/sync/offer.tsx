/**
 * The question where notes may go, asked once, when there are notes and it is undecided: into the browser's account,
 * sealed or not, into a folder of the reader's, or nowhere. Until it is answered nothing leaves the device.
 */
import { useId, useState } from 'preact/hooks';
import type { InAccount } from '../../lib/sync';
import { Button, type MessageKey, useText } from '../kit';
import { focusTitle } from '../library';
import { ADD_PLACE_ID } from './add-remote';
import { PassphraseEntry } from './passphrase-entry';
import type { PassphraseOutcome, PassphraseRun } from './props';

export interface OfferProps {
  /** The account's content; null while it is being read. */
  readonly inAccount: InAccount | null;
  /** This device already has a passphrase. */
  readonly hasRing: boolean;
  readonly shortestPassphrase: number;
  readonly on: OfferCalls;
}

export interface OfferCalls {
  /** @param passphrase to seal with, or the one that opens what is there; null: as it is */
  readonly useAccount: (passphrase: string | null, run: PassphraseRun) => Promise<PassphraseOutcome>;
  readonly keepHere: () => void;
}

const FOUND: Readonly<Record<InAccount, MessageKey | null>> = {
  empty: null,
  plain: 'sync_offer_account_plain',
  sealed: 'sync_offer_account_sealed',
  newer: 'sync_offer_account_newer',
};

export function Offer(props: OfferProps) {
  const { inAccount, on } = props;
  const { t } = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const found = inAccount && FOUND[inAccount];
  return (
    <section class="notice notice-strong offer" aria-labelledby={id}>
      <h3 id={id}>{t('sync_offer')}</h3>
      <p>{t('sync_offer_lead')}</p>
      <div class="offer-way">
        <Button
          look="framed"
          aria-expanded={open}
          disabled={inAccount === null || inAccount === 'newer'}
          onClick={() => setOpen(!open)}
        >
          {t('sync_offer_account')}
        </Button>
        <p class="help">
          {t('sync_offer_account_help')} {found && t(found)}
        </p>
        {open && <AccountForm {...props} />}
      </div>
      <div class="offer-way">
        <Button
          look="framed"
          onClick={() => {
            const place = document.getElementById(ADD_PLACE_ID);
            place?.scrollIntoView({ block: 'start' });
            place?.querySelector('button')?.focus({ preventScroll: true });
          }}
        >
          {t('sync_offer_folder')}
        </Button>
        <p class="help">{t('sync_offer_folder_help')}</p>
      </div>
      <div class="offer-way">
        <Button
          look="framed"
          onClick={() => {
            on.keepHere();
            focusTitle();
          }}
        >
          {t('sync_offer_keep')}
        </Button>
        <p class="help">{t('sync_offer_keep_help')}</p>
      </div>
    </section>
  );
}

function AccountForm({ inAccount, hasRing, shortestPassphrase, on }: OfferProps) {
  const { t } = useText();
  const id = useId();
  const [failed, setFailed] = useState('');
  async function useIt(): Promise<void> {
    const outcome = await on.useAccount(null, { signal: new AbortController().signal, told() {} });
    setFailed(outcome.state === 'failed' ? outcome.detail : '');
  }
  const asItIs = (label: MessageKey, help: MessageKey) => (
    <>
      <Button onClick={() => void useIt()}>{t(label)}</Button>
      <p class="help">{t(help)}</p>
      <p role="status" class={failed === '' ? 'said' : 'error'}>
        {failed !== '' && t('sync_passphrase_failed', failed)}
      </p>
    </>
  );
  // Sealed content there needs its own passphrase.
  if (hasRing) return asItIs('sync_offer_use_sealed', 'sync_will_be_sealed');
  return (
    <>
      <PassphraseEntry
        id={id}
        wanted={inAccount === 'sealed' ? 'known' : 'new'}
        shortest={shortestPassphrase}
        action={inAccount === 'sealed' ? 'sync_offer_join_sealed' : 'sync_offer_use_sealed'}
        onTake={on.useAccount}
      />
      <p class="help">{t('sync_passphrase_forgotten')}</p>
      {inAccount !== 'sealed' && asItIs('sync_offer_use_plain', 'sync_offer_plain_help')}
    </>
  );
}
