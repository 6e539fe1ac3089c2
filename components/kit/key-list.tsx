/** Backstory's current keys in this browser, and how to change them. Needs `key-list.css`. */

import { Button } from './button';
import { useText } from './text';

export interface KeyLine {
  readonly does: string;
  /** As the browser writes them; empty: none set. */
  readonly keys: string;
}

interface KeyListProps {
  readonly keys: readonly KeyLine[];
  /** Null if the browser has no page for it. */
  readonly onChange: (() => void) | null;
}

export function KeyList({ keys, onChange }: KeyListProps) {
  const { t } = useText();
  const always: readonly KeyLine[] = [
    { does: t('keys_escape'), keys: t('keys_escape_key') },
    { does: t('keys_address'), keys: t('keys_address_key') },
  ];
  return (
    <>
      <dl class="keys">
        {[...keys, ...always].map((line) => (
          <div key={line.does}>
            <dt>{line.does}</dt>
            <dd>{line.keys === '' ? t('keys_none') : <kbd dir="ltr">{line.keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      {onChange && <Button onClick={onChange}>{t('keys_change')}</Button>}
    </>
  );
}
