/** A name in a list of the popup; pressing it leads to its card. */
import type { ComponentChildren } from 'preact';

interface NameButtonProps {
  readonly name: string;
  /** After the name: how often it occurs, what it is. */
  readonly children?: ComponentChildren;
  /** Below it. */
  readonly gloss: ComponentChildren;
  readonly onPress: () => void;
}

export function NameButton({ name, children, gloss, onPress }: NameButtonProps) {
  return (
    <button type="button" class="glossary-entry" onClick={onPress}>
      <span class="glossary-name" dir="auto">
        {name}
      </span>
      {children}
      {gloss !== null && gloss !== '' && gloss !== false && <span class="glossary-gloss">{gloss}</span>}
    </button>
  );
}
