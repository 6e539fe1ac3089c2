/**
 * The button beside a selection, as far as it is in the page: put beside the reader script where the reader wants it, it
 * watches what is selected and places the frame in which the button lives (entrypoints/button). It never learns of a press.
 * Built as `selection.js`.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FromCard } from '../../lib/messages';
import {
  isCardHost,
  isOnCard,
  placeButton,
  selectedWords,
  takeGround,
  visibleBox,
  watchHidden,
  watchSelection,
} from '../../lib/page';
import { createCardTalk } from '../reader/card-talk';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS px of the line around the frame, on each side. */
const EDGE = 1;

export default defineUnlistedScript(() => {
  const ground = takeGround<FromCard>(globalThis);
  // One that runs already for this visit has taken it.
  if (!ground || ground.hears || ground.signal.aborted) return;
  const { top, signal } = ground;
  /** Whose selection the button is to stand beside. */
  let wanted: { readonly doc: Document; readonly touched: boolean } | null = null;
  let size: Size | null = null;

  const talk = createCardTalk({ view: top, heard, gone: () => forget(), holdsWords: () => false, signal });

  function end(): void {
    wanted = null;
    if (talk.host()?.isShown()) talk.host()?.hide();
  }
  function forget(): void {
    wanted = null;
    size = null;
  }
  function heard(say: FromCard): void {
    if (say.type === 'close') end();
    if (say.type !== 'drawn') return;
    size = { width: Math.ceil(say.width) + 2 * EDGE, height: Math.ceil(say.height) + 2 * EDGE };
    show();
  }

  function settled(doc: Document, touched: boolean): void {
    const words = ground?.isRead() ? selectedWords(doc, top) : null;
    if (!words) return;
    wanted = { doc, touched };
    const before = talk.host();
    talk.prepare(words.near, 'button');
    // Another dialog has the words: the frame there is another one.
    if (talk.host() !== before) size = null;
    talk.say({ type: 'theme', theme: ground?.theme() ?? 'system' });
    show();
  }

  /** Once the button is there and drawn. */
  function show(): void {
    const host = talk.host();
    const words = wanted && selectedWords(wanted.doc, top);
    if (!host || !size || !wanted || !words) return;
    const { lines } = words;
    const taken = cardsIn(top.document);
    const box = placeButton({ size, lines, taken, visible: visibleBox(top), touched: wanted.touched });
    if (!box) {
      end();
      return;
    }
    host.setTheme(ground?.theme() ?? 'system');
    host.placeAt(box);
    host.reveal();
  }

  /** A card that is open, wherever in the page: the button is not laid over it. */
  function cardsIn(doc: Document) {
    const own = [...doc.querySelectorAll('[popover=manual]')].filter(
      (one) => isCardHost(one) && one !== talk.host()?.element && one.checkVisibility({ visibilityProperty: true }),
    );
    return own.map((one) => one.getBoundingClientRect());
  }

  function watch(doc: Document): void {
    watchSelection({ doc, isOwn: isOnCard, settled, ended: end, now: () => performance.now(), signal });
    // What nobody needs now costs no memory.
    watchHidden(
      doc,
      () => {
        talk.drop();
        forget();
      },
      signal,
    );
  }

  ground.hears = { doc: watch, said: (card, say) => talk.bring(card, say) };
  for (const doc of ground.docs) watch(doc);
});
