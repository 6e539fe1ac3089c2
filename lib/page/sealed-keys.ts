/**
 * Keeps what happens in the card from the page.
 *
 * Two walls. At the host, bubbling ends: listeners of the page that bubble never hear of it. For keys and
 * input there is a second one before the first page listener: on `window` in the capture phase the event is stopped and a copy, which cannot
 * leave the shadow tree, is given to the element inside that has the focus. Stopping does not cancel what the key does
 * by itself (typing, Tab, Enter on a button), since `preventDefault` is called only when the card's own code did so.
 *
 * Known gap: capture listeners that the page put on `window` before we came hear keys, with the host as target.
 */

const AT_HOST = (
  'keydown keyup keypress beforeinput input change paste copy cut compositionstart compositionupdate compositionend ' +
  'focusin focusout click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover mouseout pointerdown ' +
  'pointerup pointercancel touchstart touchmove touchend wheel dragstart selectstart'
).split(' ');

/** What tells the page which words are typed. */
const TYPED = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'copy', 'cut'];

const COPIED = ['key', 'code', 'location', 'repeat', 'isComposing', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey'];

/** A plain Event with a key's properties: Firefox makes every KeyboardEvent of a content script `composed`, come what may. */
function copyOf(event: Event): Event {
  const copy = new Event(event.type, { bubbles: true, cancelable: true, composed: false });
  for (const name of COPIED) {
    if (name in event) Object.defineProperty(copy, name, { value: Reflect.get(event, name) });
  }
  return copy;
}

export function sealCard(host: HTMLElement, root: ShadowRoot, view: Window, signal: AbortSignal): void {
  for (const name of AT_HOST)
    host.addEventListener(name, (event) => event.stopPropagation(), { passive: true, signal });
  for (const name of TYPED) {
    view.addEventListener(
      name,
      (event) => {
        if (!event.isTrusted || event.target !== host) return;
        event.stopImmediatePropagation();
        const copy = copyOf(event);
        const heard = (root.activeElement ?? root.firstElementChild)?.dispatchEvent(copy);
        if (heard === false) event.preventDefault();
      },
      { capture: true, signal },
    );
  }
}
