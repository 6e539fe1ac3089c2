/**
 * What was just done, with an undo button instead of a question beforehand. The button has focus, since the thing
 * itself is gone.
 */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../kit';
import { focusTitle } from '../library';

interface UndoLineProps {
  readonly line: string;
  /** Changes with each action: two in a row may read alike. */
  readonly turn: number;
  readonly onUndo: () => void;
}

export function UndoLine({ line, turn, onUndo }: UndoLineProps) {
  const { t } = useText();
  const id = useId();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [turn]);
  return (
    <p key={turn} class="undo" role="status">
      <span id={id} dir="auto">
        {line}
      </span>
      <button
        ref={back}
        type="button"
        class="button button-framed"
        aria-describedby={id}
        onClick={() => {
          onUndo();
          focusTitle();
        }}
      >
        {t('notes_undo')}
      </button>
    </p>
  );
}
