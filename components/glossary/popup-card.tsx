/** One card in a page of ours, with the way back to the names. The card itself is the child: most readers never load it. */
import type { ComponentChildren } from 'preact';
import { Button, Switch, useText } from '../kit';
import { Notice } from './notice';

export interface PopupCardProps {
  readonly state: 'loading' | 'failed' | 'there';
  /** The reader pressed a name in the list, and the page could not show its card. */
  readonly insteadOfPage: boolean;
  /** Back to the names of the story; null where there is none. */
  readonly onBack: (() => void) | null;
  /** Null in private windows: the library is of the others. */
  readonly onLibrary: (() => void) | null;
  readonly onRetry: () => void;
  /** Offered where this browser cannot tell what a page lays over a card; null where it is not to be asked. */
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
