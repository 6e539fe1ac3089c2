/** One place of the library. Its title takes focus when the reader comes from another place. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useRef } from 'preact/hooks';

/** Did the reader come from another place of the library? Initially the browser's own focus is right. */
export const Travelled = createContext(false);

interface SectionProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Above the title: the way back to where this belongs. */
  readonly trail?: ComponentChildren;
  /** Names the section for styles and tests. */
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Section({ title, lead, trail, name, children }: SectionProps) {
  const id = useId();
  const travelled = useContext(Travelled);
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLElement>(null);
  // Once, on arrival.
  useEffect(() => {
    if (!travelled) return;
    globalThis.scrollTo?.(0, 0);
    // Something inside, such as an undo button, may have focus already.
    if (!place.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={place} class={`place place-${name}`} aria-labelledby={id}>
      {trail}
      <h2 id={id} ref={heading} class="place-title" dir="auto" tabIndex={-1}>
        {title}
      </h2>
      {lead !== undefined && <p class="help lead-in">{lead}</p>}
      {children}
    </section>
  );
}
