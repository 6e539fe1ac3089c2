/**
 * Keeps a page's hands off the host of a card and the frame in it: every property stands inline with `!important`,
 * which no rule, animation or transition of a page beats; what the page changes at the elements themselves is set right
 * before the next picture. A page that goes on changing it wants a fight: then the card goes.
 *
 * In Chromium a page cannot reach the frame in a closed root. In Firefox events hand it out (`originalTarget`): what
 * touches the frame or its root is no accident, and the card goes at once.
 */
import * as dom from './dom';

export interface ArmourOptions {
  readonly element: HTMLDivElement;
  readonly frame: HTMLIFrameElement;
  readonly root: ShadowRoot;
  /** What the host is put into. */
  readonly parent: Element;
  readonly lost: () => void;
  readonly signal: AbortSignal;
}

export interface Armour {
  /** Sets a property of the host; whatever else changes it is the page. */
  set(name: string, value: string): void;
  /** To be called before the host is put into the page: it may be changed from that very moment on. */
  watch(): void;
  /** The frame holds our document: another load brings somebody else's. */
  seal(): void;
  /** To the top of the top layer, if the page has put something over it. */
  rise(): void;
}

/** Repairs after which it is no accident: sites that tidy up what they do not know do so a few times. */
const FIGHTS = 20;

/** ms in which the frame's own load may still be told. */
const OWN_LOAD_MS = 1_000;

const HOST: Readonly<Record<string, string>> = {
  position: 'fixed',
  inset: 'auto',
  left: '0',
  top: '0',
  margin: '0',
  padding: '0',
  border: '1px solid light-dark(#8f8573, #7d7565)',
  'box-sizing': 'border-box',
  display: 'block',
  overflow: 'visible',
  height: '480px',
  background: 'transparent',
  'z-index': '2147483647',
  'pointer-events': 'auto',
  'color-scheme': 'light dark',
  'box-shadow': '0 1px 2px #0003, 0 8px 28px #0003',
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  visibility: 'hidden',
};

const FRAME: Readonly<Record<string, string>> = {
  display: 'block',
  position: 'relative',
  'z-index': '2147483647',
  width: '100%',
  height: '100%',
  border: '0',
  margin: '0',
  padding: '0',
  'border-radius': 'inherit',
  'color-scheme': 'inherit',
  visibility: 'inherit',
  background: 'transparent',
};

/** Dresses an element in a style that the page's rules cannot change. */
export function dress(element: HTMLDivElement | HTMLIFrameElement, style: Readonly<Record<string, string>>): void {
  // Also what nobody thought of: opacity, transform, filter, clip-path, transition, animation …
  element.style.setProperty('all', 'initial', 'important');
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

export function armour({ element, frame, root, parent, lost, signal }: ArmourOptions): Armour {
  let fights = 0;
  let over = false;
  // What is right stands on an element that no page ever sees: `beforetoggle` lets the page change the host while we are
  // showing it, and what is read back from there would be taken for ours.
  const pattern = dom.make(dom.documentOf(element), 'div');
  dress(pattern, HOST);
  let style = dom.getAttribute(pattern, 'style') ?? '';
  dress(element, HOST);
  dress(frame, FRAME);

  function end(): void {
    if (over) return;
    over = true;
    lost();
  }
  function repair() {
    if (over || signal.aborted) return;
    if (!element.isConnected || element.parentNode !== parent) return end();
    if (!isRight()) {
      if (++fights > FIGHTS) return end();
      for (const name of element.getAttributeNames()) {
        if (name !== 'style' && name !== 'popover') element.removeAttribute(name);
      }
      if (element.getAttribute('popover') !== 'manual') element.setAttribute('popover', 'manual');
      // Through the CSSOM: a strict policy of the page forbids the attribute. Both, so that what is set later stands in
      // the same order on both.
      if (element.getAttribute('style') !== style) for (const one of [pattern, element]) one.style.cssText = style;
      show();
    }
    // The records of what was done here come back and find everything right. None are thrown away: `showPopover` lets the
    // page run, and its changes may be among them.
  }
  const isRight = (): boolean =>
    element.getAttribute('style') === style &&
    element.getAttribute('popover') === 'manual' &&
    element.attributes.length === 2 &&
    isOpen();
  const isOpen = (): boolean => {
    try {
      return element.matches(':popover-open');
    } catch {
      return true; // no popovers here
    }
  };
  function show(): void {
    try {
      if (!isOpen()) element.showPopover();
    } catch {
      // Not in a document that can show it; `repair` looks again at the next change.
    }
  }

  const observer = new MutationObserver(repair);
  const inner = new MutationObserver(end);
  signal.addEventListener('abort', () => {
    over = true;
    observer.disconnect();
    inner.disconnect();
  });
  return {
    set(name, value) {
      pattern.style.setProperty(name, value, 'important');
      style = dom.getAttribute(pattern, 'style') ?? '';
      element.style.setProperty(name, value, 'important');
    },
    watch() {
      observer.observe(element, { attributes: true });
      observer.observe(parent, { childList: true });
      inner.observe(frame, { attributes: true });
      inner.observe(root, { childList: true });
      element.addEventListener('toggle', repair, { signal });
    },
    seal() {
      // Our script may be there before the browser says that its document is. What is loaded in between costs the
      // frame its port, which the background tells.
      const timer = setTimeout(() => frame.addEventListener('load', end, { signal }), OWN_LOAD_MS);
      signal.addEventListener('abort', () => clearTimeout(timer));
    },
    rise() {
      const over = dom.all(dom.documentOf(element), ':popover-open, dialog:modal, :fullscreen');
      if ([...over].every((one) => one === element)) return;
      try {
        element.hidePopover();
        element.showPopover();
      } catch {
        // As when it was made.
      }
    },
  };
}
