import * as dom from './dom';

/**
 * A content script outlives its extension: after an update or removal it goes on in the page with nobody to talk to.
 * Here it notices, once and silently, so that its signal can clear everything away; and a script that is injected anew
 * takes over from the one before it.
 */

/** ms between looks; each is a property read. Events look too, and so has whoever shows something of his own accord. */
const LOOK_MS = 5_000;

export interface LifeOptions {
  readonly view: Window;
  /** Is the extension still there? May throw: that is a no. */
  readonly alive: () => boolean;
  readonly died: () => void;
  readonly signal: AbortSignal;
}

/** Returns what looks at once, for timers and answers: what they show asks the browser for words, which then throws. */
export function watchOwnLife({ view, alive, died, signal }: LifeOptions): () => void {
  let dead = false;
  const look = () => {
    if (dead || signal.aborted) return;
    try {
      if (alive()) return;
    } catch {
      // The browser throws on every extension API once the context is gone.
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
 * The controller of this script's life, left at that name in the global that content scripts of one extension share, and
 * pages do not. One of its kind that runs already in this world and document (script registered *and* injected by hand)
 * is ended first. Nothing is sent through the page: a DOM event with a name of ours would tell it who we are, and would
 * let it end us.
 */
export function takeOver(world: object, name: '__reader' | '__scout' = '__reader'): AbortController {
  // Its own property, and nothing else: an element of the page with this id stands on the window, too.
  const before: AbortController | undefined = Reflect.getOwnPropertyDescriptor(world, name)?.value;
  before?.abort();
  const controller = new AbortController();
  Object.defineProperty(world, name, { value: controller, configurable: true });
  return controller;
}
