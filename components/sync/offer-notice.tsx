/**
 * Shown where notes are written: that it is undecided where they may go, and the one answer that needs no more words.
 */
import { Button, useText } from '../kit';
import { focusTitle, fragmentOf } from '../library';

export function OfferNotice({ onKeepHere }: { readonly onKeepHere: () => void }) {
  const { t } = useText();
  return (
    <div class="notice">
      <p>{t('sync_offer_lead')}</p>
      <p class="row-of-buttons">
        <a class="button button-framed" href={fragmentOf({ at: 'sync' })}>
          {t('sync_offer_choose')}
        </a>
        <Button
          onClick={() => {
            onKeepHere();
            focusTitle();
          }}
        >
          {t('sync_offer_keep')}
        </Button>
      </p>
    </div>
  );
}
