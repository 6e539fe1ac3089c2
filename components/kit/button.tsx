/** A button that reads as a word: `quiet` (in running text) or `framed` (a surface's main action). */
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
