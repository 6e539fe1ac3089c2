/** One place of the library. Its title takes the focus when the reader comes from another place. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useRef } from 'preact/hooks';

/** Did the reader come here from another place of the library? At first the browser's own focus is right. */
export const Travelled = createContext(false);

interface SectionProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Stands over the title: the way back to where this belongs. */
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
    // Something inside that came along, a way back for one, may have it already.
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
