/** The state of a surface: one sentence and at most one button (plus a quieter one where a grant is requested). */
import type { ComponentChildren } from 'preact';
import { Button } from '../kit';

interface Action {
  readonly label: string;
  readonly onPress: () => void;
}

interface NoticeProps {
  readonly children: ComponentChildren;
  readonly action?: Action | null;
  readonly quietly?: Action | null;
}

export function Notice({ children, action = null, quietly = null }: NoticeProps) {
  return (
    <div class="notice">
      <p role="status">{children}</p>
      {(action || quietly) && (
        <p class="notice-actions">
          {action && (
            <Button look="framed" onClick={action.onPress}>
              {action.label}
            </Button>
          )}
          {quietly && <Button onClick={quietly.onPress}>{quietly.label}</Button>}
        </p>
      )}
    </div>
  );
}
