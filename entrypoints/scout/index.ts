/**
 * What runs in every frame of the sites that are read, and weighs next to nothing: it rules out what is certainly no
 * story, and asks the background for the reader script where it cannot. With the answer its work is done.
 *
 * An unlisted script like the reader, and for the same reason.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDoor } from '../../lib/border';
import { callPlainly, connectQuietly, nativeApi } from '../../lib/messages';
import { isWorthReading, type Look, lookOut, ruleOut, takeOver } from '../../lib/page';

/** After so many requests without an answer the scout gives up: each one wakes the background. */
const QUESTIONS = 4;

export default defineUnlistedScript(() => {
  const view = window;
  if (!view.location.protocol.startsWith('http')) {
    // What stands in a page without an address of its own is of the page around it; or it is the frame that the reader
    // script made for a card, and the first of our scripts in it opens its door.
    openDoor(view.document, globalThis, connectQuietly);
    return;
  }
  const life = takeOver(globalThis, '__scout');
  if (isWorthReading(view)) return scout(view, life);
  // Usually an advert; some frames are opened later.
  const grown = new AbortController();
  view.addEventListener(
    'resize',
    () => {
      if (!isWorthReading(view)) return;
      grown.abort();
      scout(view, life);
    },
    { passive: true, signal: AbortSignal.any([life.signal, grown.signal]) },
  );
});

function scout(view: Window, life: AbortController): void {
  let questions = 0;

  async function look(): Promise<Look> {
    const out = ruleOut(view);
    if (out !== null) return out === 'list' || out === 'other' ? out : 'nothing';
    // The extension was updated or removed: the new scout is running, or none is needed.
    if (nativeApi().runtime?.id === undefined) return 'enough';
    questions += 1;
    return callPlainly('readHere').then(
      () => 'enough',
      () => (questions < QUESTIONS ? 'once-more' : 'enough'),
    );
  }

  lookOut({ view, look, life });
}
