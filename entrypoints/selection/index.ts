/**
 * The part of the selection button that is in the page: injected beside the reader script if the reader wants it, it
 * watches the selection and places the frame of the button (entrypoints/button). It never learns of a press. Built as
 * `selection.js`.
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
  // Another copy for this visit has taken it.
  if (!ground || ground.hears || ground.signal.aborted) return;
  const { top, signal } = ground;
  /** The selection that the button is for. */
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
    // Another dialog has the words: its frame is another one.
    if (talk.host() !== before) size = null;
    talk.say({ type: 'theme', theme: ground?.theme() ?? 'system' });
    show();
  }

  /** Once the button has been drawn. */
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

  /** An open card, anywhere in the page: the button must not cover it. */
  function cardsIn(doc: Document) {
    const own = [...doc.querySelectorAll('[popover=manual]')].filter(
      (one) => isCardHost(one) && one !== talk.host()?.element && one.checkVisibility({ visibilityProperty: true }),
    );
    return own.map((one) => one.getBoundingClientRect());
  }

  function watch(doc: Document): void {
    watchSelection({ doc, isOwn: isOnCard, settled, ended: end, now: () => performance.now(), signal });
    // What is not needed now should use no memory.
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
