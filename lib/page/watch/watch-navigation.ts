import * as dom from '../dom/dom';

/**
 * Tells when the reader has gone to another story without the document being loaded anew: a committed navigation of a
 * single-page site, or a page that comes back out of the back/forward cache.
 *
 * Invariant: when `tell` is called, `location.href` is already the new address; a change of the hash alone is none.
 *
 * Diary of browsers:
 * - Patching `history.pushState` does not work from a content script: the page calls its own world's function.
 * - WXT's `wxt:locationchange` listens to `navigate`, which comes before the address changes: not used.
 * - `navigatesuccess` comes late or never when a site's own intercept handler hangs, so `currententrychange` is heard
 *   too; where there is no navigation API, the address is looked at every second.
 */

/** ms between checks of the address if nothing else reports. A second does not interrupt the reader's thought. */
const POLL_MS = 1_000;

export type Arrival = 'navigated' | 'restored';

export interface NavigationOptions {
  readonly view: Window;
  readonly tell: (arrival: Arrival) => void;
  readonly signal: AbortSignal;
}

const withoutHash = (address: string): string => address.replace(/#.*$/s, '');

export function watchNavigation({ view, tell, signal }: NavigationOptions): void {
  let here = withoutHash(view.location.href);

  const look = () => {
    const now = withoutHash(view.location.href);
    if (now === here || signal.aborted) return;
    here = now;
    tell('navigated');
  };

  const { navigation } = view as unknown as { navigation?: EventTarget };
  if (navigation) {
    dom.listen(navigation, 'navigatesuccess', look, { signal });
    dom.listen(navigation, 'currententrychange', look, { signal });
  }
  view.addEventListener('popstate', look, { signal });
  if (!navigation) {
    const poll = view.setInterval(look, POLL_MS);
    signal.addEventListener('abort', () => view.clearInterval(poll));
  }
  view.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      here = withoutHash(view.location.href);
      tell('restored');
    },
    { signal },
  );
}
