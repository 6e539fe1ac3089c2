/** What was just done, with the way back: no question is asked before. The way back has the focus, the thing itself is gone. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useText } from '../kit';
import { focusTitle } from '../library';

interface UndoLineProps {
  readonly line: string;
  /** Another one each time something is done: two things in a row may read alike. */
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
