/** Has the browser promised to keep what is stored here? Asked for by itself once there is a note to lose. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export function usePersisted(hasNotes: boolean): { readonly persisted: boolean | null; readonly persist: () => void } {
  const [persisted, setPersisted] = useState<boolean | null>(null);

  const persist = useCallback(() => {
    // Browsers answer for a click, or by their own rules; what they answer is what is shown.
    void navigator.storage?.persist?.().then(setPersisted, () => {});
  }, []);

  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted, () => {});
  }, []);
  // Once is enough: a browser that said no is asked again only at the press of the button.
  const asked = useRef(false);
  useEffect(() => {
    if (!hasNotes || persisted !== false || asked.current) return;
    asked.current = true;
    persist();
  }, [hasNotes, persisted, persist]);
  return { persisted, persist };
}
