/**
 * One card in our own page, with the way back to the names. The card itself is the child: most readers never load it.
 */
import type { ComponentChildren } from 'preact';
import { Button, Switch, useText } from '../kit';
import { Notice } from './notice';

export interface PopupCardProps {
  readonly state: 'loading' | 'failed' | 'there';
  /** A name in the list was pressed, and the page could not show its card. */
  readonly insteadOfPage: boolean;
  /** Back to the story's names; null if there is no story. */
  readonly onBack: (() => void) | null;
  /** Null in private windows, which have no access to the library. */
  readonly onLibrary: (() => void) | null;
  readonly onRetry: () => void;
  /** Offered if this browser cannot tell what covers a card; null if it need not be asked. */
  readonly askInCards: { readonly on: boolean; readonly change: (on: boolean) => void } | null;
  readonly children: ComponentChildren;
}

export function PopupCard({ state, askInCards, ...props }: PopupCardProps) {
  const { t } = useText();
  return (
    <>
      <header class="popup-head popup-card-head">
        <h1 class="unseen">{t('extension_name')}</h1>
        {props.onBack && (
          <Button onClick={props.onBack}>
            <span aria-hidden="true">‹{'\u00a0'}</span>
            {t('popup_card_back')}
          </Button>
        )}
        {props.onLibrary && (
          <span class="popup-library">
            <Button onClick={props.onLibrary}>{t('popup_card_library')}</Button>
          </span>
        )}
      </header>
      <main aria-busy={state === 'loading'}>
        {props.insteadOfPage && (
          <p class="popup-word popup-lead" role="status">
            {t('popup_reveal_failed')}
          </p>
        )}
        {state === 'failed' && (
          <Notice action={{ label: t('popup_retry'), onPress: props.onRetry }}>{t('popup_card_failed')}</Notice>
        )}
        {state === 'there' && <div class="popup-card">{props.children}</div>}
        {askInCards && (
          <div class="popup-word popup-bar" role="status">
            <Switch on={askInCards.on} onChange={askInCards.change}>
              {t('settings_ask_in_cards')}
            </Switch>
            <p>{t('settings_ask_in_cards_why')}</p>
          </div>
        )}
      </main>
    </>
  );
}
