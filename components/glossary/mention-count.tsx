/** How often a name occurs, for the eye and for screen readers. */
import { useText } from '../kit';

export function MentionCount({ count: times }: { readonly count: number }) {
  const { t, count } = useText();
  return (
    <>
      <span class="glossary-count" aria-hidden="true">
        {t('popup_mentions', times)}
      </span>
      <span class="unseen">{` ${count('popup_mentions_label', times)}`}</span>
    </>
  );
}
