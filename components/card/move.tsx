/** Moves a pinned card by arrow keys; the pointer drags its head instead. A press explains that. */
import { useState } from 'preact/hooks';
import { Button, useText } from '../kit';

/** CSS px per key press. */
const STEP = 24;
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export function MoveHandle({ onMove }: { readonly onMove: (x: number, y: number) => void }) {
  const { t } = useText();
  const [told, setTold] = useState(false);
  return (
    <>
      <Button
        onClick={() => setTold(!told)}
        onKeyDown={(event) => {
          const way = WAYS[event.key];
          if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onMove(...way);
        }}
      >
        {t('card_move')}
      </Button>
      <span class={told ? 'state' : 'unseen'} role="status">
        {told && t('card_move_how')}
      </span>
    </>
  );
}
