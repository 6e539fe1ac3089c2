/**
 * Has a button been visible to the reader? Chromium reports by `IntersectionObserver` whether anything in the page
 * covers, dims or moves an element; other browsers do not, and are reported as such.
 */
import { tellsSight } from '../own-page/tells-sight';

export interface Sight {
  /** Can this browser tell at all? */
  readonly canTell: boolean;
  /** The card was shown, or something new in it: only the time from now on counts. */
  look(within: ParentNode): void;
  /** Fully visible without a break for long enough. */
  isProven(element: Element): boolean;
}

/** ms; a press follows what the reader saw by some 200 ms, and a cover may be removed just before. */
const UNBROKEN_MS = 500;
/** ms between two reports of the browser; the minimum that it allows. */
const DELAY_MS = 100;

export function watchSight(): Sight {
  const canTell = tellsSight();
  const since = new WeakMap<Element, number>();
  const watched = new Set<Element>();
  if (!canTell) return { canTell, look: () => {}, isProven: () => false };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const seen = (entry as IntersectionObserverEntry & { isVisible: boolean }).isVisible;
        if (!seen) since.delete(entry.target);
        else if (!since.has(entry.target)) since.set(entry.target, performance.now());
      }
    },
    { threshold: [0, 1], delay: DELAY_MS, trackVisibility: true } as IntersectionObserverInit,
  );
  return {
    canTell,
    look(within) {
      for (const element of watched) {
        if (element.isConnected) continue;
        observer.unobserve(element);
        watched.delete(element);
      }
      for (const element of within.querySelectorAll('[data-costly], .card')) {
        if (watched.has(element)) continue;
        watched.add(element);
        observer.observe(element);
      }
    },
    isProven(element) {
      const from = since.get(element);
      return from !== undefined && performance.now() - from >= UNBROKEN_MS;
    },
  };
}
