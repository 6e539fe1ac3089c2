/** An entity's other names: the most usual ones, and all of them on request. */
import { useState } from 'preact/hooks';
import { Button, isolate, useText } from '../kit';

const AT_FIRST = 6;

export function NamesLine({ names }: { readonly names: readonly string[] }) {
  const { t, count, locale } = useText();
  const [all, setAll] = useState(false);
  if (names.length === 0) return null;
  // One more name is no longer than the button.
  const shown = all || names.length <= AT_FIRST + 1 ? names : names.slice(0, AT_FIRST);
  const list = new Intl.ListFormat(locale, { type: 'unit' }).format(shown.map(isolate));
  return (
    <p class="entity-names">
      {t('entity_names', list)}
      {shown.length < names.length && (
        <>
          {', '}
          <Button onClick={() => setAll(true)}>{count('entity_names_more', names.length - shown.length)}</Button>
        </>
      )}
    </p>
  );
}
