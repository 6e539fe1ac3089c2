import * as dom from '../dom/dom';

/**
 * A content script outlives its extension: after an update or removal it continues in the page without a partner. This
 * notices that, once and silently, so that its signal can clear everything; and a newly injected script takes over from
 * the previous one.
 */

/** ms between checks, each one property read. Events also check, and so does whoever acts on a timer. */
const LOOK_MS = 5_000;

export interface LifeOptions {
  readonly view: Window;
  /** Is the extension still there? May throw, which means no. */
  readonly alive: () => boolean;
  readonly died: () => void;
  readonly signal: AbortSignal;
}

/**
 * Returns a function that checks at once, for timers and answers: showing something asks the browser for messages,
 * which would throw.
 */
export function watchOwnLife({ view, alive, died, signal }: LifeOptions): () => void {
  let dead = false;
  const look = () => {
    if (dead || signal.aborted) return;
    try {
      if (alive()) return;
    } catch {
      // Once the context is gone, every extension API throws.
    }
    dead = true;
    died();
  };
  const timer = view.setInterval(look, LOOK_MS);
  const passive = { capture: true, passive: true, signal };
  view.addEventListener('pointerover', look, passive);
  view.addEventListener('focus', look, passive);
  dom.listen(view.document, 'visibilitychange', look, passive);
  signal.addEventListener('abort', () => view.clearInterval(timer));
  return look;
}

/**
 * The controller of this script's life, stored under that name in the global shared by one extension's content scripts,
 * but not by pages. A script of its kind already running in this world and document (registered *and* injected by hand)
 * is ended first. Nothing goes through the page: a DOM event with our name would reveal us and let the page end us.
 */
export function takeOver(world: object, name: '__reader' | '__scout' = '__reader'): AbortController {
  // Only its own property: page elements with this id also appear on the window.
  const before: AbortController | undefined = Reflect.getOwnPropertyDescriptor(world, name)?.value;
  before?.abort();
  const controller = new AbortController();
  Object.defineProperty(world, name, { value: controller, configurable: true });
  return controller;
}
