/** Beside a name in a list: its card here, if the name itself leads elsewhere, and its note. */
import type { ComponentChildren } from 'preact';
import { Button, useText } from '../kit';

interface RowActionsProps {
  readonly name: string;
  readonly onCard: (() => void) | null;
  /** Null: notes may not be written. */
  readonly onNote: (() => void) | null;
  /** Further actions. */
  readonly children?: ComponentChildren;
}

/** Outside the Tab order, or the third name would be the seventh stop: arrow keys reach them. */
export function RowActions({ name, onCard, onNote, children }: RowActionsProps) {
  const { t } = useText();
  return (
    <span class="glossary-acts">
      {onCard && (
        <Button tabIndex={-1} aria-label={t('popup_card_label', name)} onClick={onCard}>
          {t('popup_card')}
        </Button>
      )}
      {onNote && (
        <Button tabIndex={-1} aria-label={t('popup_note_label', name)} onClick={onNote}>
          {t('popup_note')}
        </Button>
      )}
      {children}
    </span>
  );
}
