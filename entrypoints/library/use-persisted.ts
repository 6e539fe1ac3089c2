/** Has the browser promised to keep what is stored here? Requested automatically once there is a note to lose. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export function usePersisted(hasNotes: boolean): { readonly persisted: boolean | null; readonly persist: () => void } {
  const [persisted, setPersisted] = useState<boolean | null>(null);

  const persist = useCallback(() => {
    // Browsers answer after a click, or by their own rules; their answer is what is shown.
    void navigator.storage?.persist?.().then(setPersisted, () => {});
  }, []);

  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted, () => {});
  }, []);
  // Once is enough: a browser that refused is asked again only when the button is pressed.
  const asked = useRef(false);
  useEffect(() => {
    if (!hasNotes || persisted !== false || asked.current) return;
    asked.current = true;
    persist();
  }, [hasNotes, persisted, persist]);
  return { persisted, persist };
}
