/** Beside a name in a list: its card here, where the name itself leads elsewhere, and its note. */
import type { ComponentChildren } from 'preact';
import { Button, useText } from '../kit';

interface RowActionsProps {
  readonly name: string;
  readonly onCard: (() => void) | null;
  /** Null: none may be written. */
  readonly onNote: (() => void) | null;
  /** What else can be said of it. */
  readonly children?: ComponentChildren;
}

/** Out of the order of Tab, or the third name would be the seventh stop: the arrow keys lead to them. */
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
