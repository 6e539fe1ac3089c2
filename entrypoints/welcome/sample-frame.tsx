/** What surrounds a card of the sample story: nothing, since the card is in the page itself. */
import { Notice, type PopupCardProps } from '../../components/glossary';
import { Switch, useText } from '../../components/kit';

export function SampleFrame({ state, askInCards, onRetry, children }: PopupCardProps) {
  const { t } = useText();
  return (
    <>
      {state === 'failed' && (
        <Notice action={{ label: t('popup_retry'), onPress: onRetry }}>{t('popup_card_failed')}</Notice>
      )}
      {state === 'there' && children}
      {askInCards && (
        <p class="sample-ask" role="status">
          <Switch on={askInCards.on} onChange={askInCards.change}>
            {t('settings_ask_in_cards')}
          </Switch>
        </p>
      )}
    </>
  );
}
