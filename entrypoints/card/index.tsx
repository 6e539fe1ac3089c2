/**
 * What lives in the frame of a card, out of the page's reach: injected by the background into a frame whose door was
 * opened (lib/border). It draws what the reader script asks for and asks the background itself for everything secret.
 */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Card } from '../../components/card';
import css from '../../components/card/card.css?inline';
import { createText, type MessageKey, TextProvider } from '../../components/kit';
import { createFrameLine, isNudge, takeDoor } from '../../lib/border';
import { browser, connectQuietly } from '../../lib/messages';
import { addStyle } from './add-style';
import { createCardDesk } from './card-desk';
import { watchDrag } from './drag-card';
import { lastingWords } from './lasting-words';
import { createLateParts } from './late-parts';
import type { MapRealm } from './map-seam';
import type { NoteRealm } from './note-seam';
import type { PictureRealm } from './picture-seam';
import { watchSwipe } from './swipe-away';
import { ringTab } from './tab-ring';
import { textZoom } from './text-zoom';
import { watchEdges } from './watch-edges';
import { watchSight } from './watch-sight';

export default defineUnlistedScript(() => {
  const door = takeDoor(globalThis);
  if (!door) return;
  const root = document.documentElement;
  const text = createText(
    browser.i18n.getUILanguage(),
    lastingWords((key: MessageKey, parts) => browser.i18n.getMessage(key as never, parts)),
  );
  root.lang = text.t('text_language');
  root.dir = text.t('text_direction');
  addStyle(css);
  const place = document.createElement('main');
  place.style.zoom = String(textZoom(root));
  document.body.append(place);

  let pointerInside = false;
  const sight = watchSight();
  const line = createFrameLine({
    door,
    connect: connectQuietly,
    admitted: () => {},
    heard: (say) => desk.hear(say),
  });
  const comeWith = createLateParts(line);
  const desk = createCardDesk({
    line,
    sight,
    comeWith,
    async openEditor(about, told) {
      await comeWith('note');
      return (globalThis as NoteRealm).backstoryNote?.(line, about, told) ?? null;
    },
    hasFocus: () => document.hasFocus(),
    draw(props) {
      if (props === null) {
        pointerInside = false;
        return render(null, place);
      }
      if (props.theme === 'system') delete root.dataset.theme;
      else root.dataset.theme = props.theme;
      root.dataset.mode = props.mode;
      render(
        <TextProvider text={text}>
          <Card {...props} />
        </TextProvider>,
        place,
      );
    },
    showPicture(seam) {
      const there = place.querySelector('.picture-place');
      if (there) (globalThis as PictureRealm).backstoryPicture?.(there, seam);
    },
    showMap(seam) {
      const there = place.querySelector('.map-place');
      if (there) (globalThis as MapRealm).backstoryMap?.(there, seam);
    },
    measure: () => ({ width: innerWidth, height: Math.ceil(place.getBoundingClientRect().height) }),
  });
  new ResizeObserver(() => desk.resized()).observe(place);
  watchEdges(window, place);
  watchDrag({ view: window, moved: (x, y) => line.say({ type: 'moved', x, y }) });
  ringTab(document);
  watchSwipe({ view: window, isSheet: () => root.dataset.mode === 'sheet', away: () => line.say({ type: 'close' }) });

  addEventListener('focus', () => {
    if (document.activeElement === document.body || document.activeElement === null) {
      (place.querySelector<HTMLElement>('textarea') ?? place.querySelector('h2'))?.focus({ preventScroll: true });
    }
    desk.focused(true);
  });
  addEventListener('blur', () => desk.focused(false));
  // By its moves: Chromium tells a frame that is hidden under the pointer of no leaving, and then of no entering either.
  for (const name of ['pointerenter', 'pointermove', 'pointerleave'] as const) {
    root.addEventListener(name, ({ isTrusted }) => {
      const inside = name !== 'pointerleave';
      if (!isTrusted || inside === pointerInside) return;
      pointerInside = inside;
      line.say({ type: 'pointer', inside });
    });
  }
  // Before the button is pressed, so that nobody waits for it.
  for (const name of ['focusin', 'pointerover'] as const) {
    place.addEventListener(name, ({ target }) => {
      if ((target as Element).closest('.note')) void comeWith('note');
    });
  }
  document.addEventListener('keydown', ({ key, isTrusted, isComposing, defaultPrevented }) => {
    if (key === 'Escape' && isTrusted && !isComposing && !defaultPrevented) line.say({ type: 'escape' });
  });
  // Before any of the card's own listeners: a press that might not be the reader's does nothing.
  document.addEventListener(
    'click',
    (event) => {
      const stop = () => event.stopImmediatePropagation();
      if (!event.isTrusted) return stop();
      const costly = (event.target as Element | null)?.closest<HTMLElement>('[data-costly]');
      if (costly && !desk.mayPress(costly)) stop();
    },
    { capture: true },
  );
  addEventListener('pagehide', () => {
    // The field of tags adds its word when it is left; a frame that goes does not wait for that.
    for (const form of place.querySelectorAll('form'))
      form.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    desk.leave();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && desk.flush());
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isNudge(message, door.card)) line.wake();
    return undefined;
  });
  line.say({ type: 'ready' });
});
