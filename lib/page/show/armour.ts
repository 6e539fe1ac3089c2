/**
 * Protects a card's host and frame from the page. Every property is set inline with `!important`, which no rule,
 * animation or transition of a page overrides; what the page changes on the elements themselves is reset before the
 * next frame is painted. If a page keeps changing it, the card goes.
 *
 * In Chromium a page cannot reach a frame in a closed root. In Firefox events reveal it (`originalTarget`): a change to
 * the frame or its root is no accident, and the card goes at once.
 */
import * as dom from '../dom/dom';

export interface ArmourOptions {
  readonly element: HTMLDivElement;
  readonly frame: HTMLIFrameElement;
  readonly root: ShadowRoot;
  /** What contains the host. */
  readonly parent: Element;
  readonly lost: () => void;
  readonly signal: AbortSignal;
}

export interface Armour {
  /** Sets a property of the host; any other change to it comes from the page. */
  set(name: string, value: string): void;
  /** Call before the host is inserted: the page may change it from that moment on. */
  watch(): void;
  /** The frame has our document: any further load is someone else's. */
  seal(): void;
  /** Moves it to the top of the top layer if the page has put something over it. */
  rise(): void;
}

/** Repairs after which it is no accident: sites that remove unknown elements do so a few times. */
const FIGHTS = 20;

/** ms in which the frame's own load may still be reported. */
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

/** Styles an element so that the page's rules cannot change it. */
export function dress(element: HTMLDivElement | HTMLIFrameElement, style: Readonly<Record<string, string>>): void {
  // Covers everything else: opacity, transform, filter, clip-path, transition, animation …
  element.style.setProperty('all', 'initial', 'important');
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

export function armour({ element, frame, root, parent, lost, signal }: ArmourOptions): Armour {
  let fights = 0;
  let over = false;
  // The correct style is kept on an element the page never sees: `beforetoggle` lets the page change the host while we
  // show it, and reading the host back would take that for ours.
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
      // Through the CSSOM, since a strict policy of the page forbids the attribute. On both elements, so that later
      // properties have the same order on both.
      if (element.getAttribute('style') !== style) for (const one of [pattern, element]) one.style.cssText = style;
      show();
    }
    // The records of our own changes come back and find everything right. None are discarded: `showPopover` lets the
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
      // Its document cannot show it now; `repair` tries again at the next change.
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
      // Our script may be there before the browser reports the document. Whatever loads meanwhile costs the frame its
      // port, which the background reports.
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
        // Unchanged since it was made.
      }
    },
  };
}
