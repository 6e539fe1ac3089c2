/**
 * Empties the browser account, for a reader who no longer wants notes there. Offered only while the account is off,
 * since it would fill again. Nothing on this device changes, so there is no confirmation.
 */
import { useState } from 'preact/hooks';
import { Button, useText } from '../kit';
import type { SyncCalls, TakeOutOutcome } from './props';

type Said = TakeOutOutcome | { readonly state: 'working' } | null;

export function TakeOut({ on }: { readonly on: Pick<SyncCalls, 'takeOut'> }) {
  const { t } = useText();
  const [said, setSaid] = useState<Said>(null);
  return (
    <>
      <p class="remote-actions">
        <Button
          disabled={said?.state === 'working'}
          onClick={async () => {
            setSaid({ state: 'working' });
            setSaid(await on.takeOut());
          }}
        >
          {t('sync_take_out')}
        </Button>
      </p>
      <p class="help">{t('sync_take_out_help')}</p>
      <p role="status" class={said?.state === 'failed' ? 'error' : 'said'}>
        {said?.state === 'working' && t('sync_take_out_working')}
        {said?.state === 'done' && t('sync_take_out_done')}
        {said?.state === 'nothing' && t('sync_take_out_nothing')}
        {said?.state === 'failed' && t('sync_take_out_failed', said.detail === '' ? t('sync_no_detail') : said.detail)}
      </p>
    </>
  );
}
