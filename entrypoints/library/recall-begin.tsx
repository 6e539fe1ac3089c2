/** What recall is, and the button that begins it. */
import { Button, useText } from '../../components/kit';

export function RecallBegin({ onBegin }: { readonly onBegin: () => void }) {
  const { t } = useText();
  return (
    <>
      <h3>{t('recall_title')}</h3>
      <p class="help">{t('recall_help')}</p>
      <Button look="framed" onClick={onBegin}>
        {t('recall_begin')}
      </Button>
    </>
  );
}
