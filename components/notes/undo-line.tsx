/** What was just done, with the way back: no question is asked before. The way back has the focus, the thing itself is gone. */
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../kit';

interface UndoLineProps {
  readonly line: string;
  readonly onUndo: () => void;
}

export function UndoLine({ line, onUndo }: UndoLineProps) {
  const { t } = useText();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [line]);
  return (
    <p class="undo" role="status">
      <span dir="auto">{line}</span>
      <button ref={back} type="button" class="button button-framed" onClick={onUndo}>
        {t('notes_undo')}
      </button>
    </p>
  );
}
