/** One place of the library. Its title takes the focus when the reader comes from another place. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useRef } from 'preact/hooks';

/** Did the reader come here from another place of the library? At first the browser's own focus is right. */
export const Travelled = createContext(false);

interface SectionProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Names the section for styles and tests. */
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Section({ title, lead, name, children }: SectionProps) {
  const id = useId();
  const travelled = useContext(Travelled);
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, on arrival.
  useEffect(() => {
    if (!travelled) return;
    heading.current?.focus({ preventScroll: true });
    globalThis.scrollTo?.(0, 0);
  }, []);
  return (
    <section class={`place place-${name}`} aria-labelledby={id}>
      <h2 id={id} ref={heading} class="place-title" dir="auto" tabIndex={-1}>
        {title}
      </h2>
      {lead !== undefined && <p class="help lead-in">{lead}</p>}
      {children}
    </section>
  );
}
