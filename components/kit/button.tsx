/** A button that reads as a word: `quiet` (in running lines) or `framed` (the one thing to press on a surface). */
import type { ComponentChildren, JSX } from 'preact';

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'type' | 'class' | 'className'> {
  readonly look?: 'quiet' | 'framed';
  readonly children: ComponentChildren;
}

export function Button({ look = 'quiet', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type="button" class={`button button-${look}`}>
      {children}
    </button>
  );
}
