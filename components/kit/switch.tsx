/** An on/off switch that acts at once. The label is part of the target. */
import type { ComponentChildren } from 'preact';

interface SwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

export function Switch({ on, onChange, disabled = false, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-label">{children}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
