/**
 * The one kind of element that Backstory puts into a page: a popover in the top layer with a closed root, and in it the
 * frame in which the card lives (lib/border). It is made at the first move of the pointer over a story, out of sight,
 * and shown when a card opens. Neither bears a name or a role: any script of the page could read them.
 *
 * Diary of browsers:
 * - A page's rules beat `:host` rules, so everything stands inline with `!important` (set through the CSSOM, which a
 *   page's CSP does not govern, unlike a `style` attribute).
 * - Everything outside a modal `<dialog>` is inert, the top layer included, and a popover outside a fullscreen element
 *   lies below it although it was shown later (Chromium 156, Firefox 153): the host must stand in the dialog or the
 *   fullscreen element of its words. A frame that is moved there loads anew, so another host is made there.
 * - CSS `zoom` on the root element also scales the top layer; it is measured and taken back.
 * - Chromium drops the document of a frame with `display: none` out of layout; one with `visibility: hidden` is laid
 *   out and painted in the very frame that shows it.
 */
import { ancestors } from '../dom/ancestors';
import * as dom from '../dom/dom';
import type { Box } from '../dom/frames';
import { claim } from '../dom/own-elements';
import { armour } from './armour';
import { placeBeside, TALLEST, visibleBox } from './card-place';

/** How the frame is isolated from the page: by the sandbox, or by its document's address, which has no origin. */
export type Isolation = 'sandbox' | 'address';

/** A card, a sheet along the lower edge, or a button, which `placeAt` positions and Tab skips. */
export type HostMode = 'card' | 'sheet' | 'button';

export interface CardHostOptions {
  readonly top: Window;
  /** Text of the frame's document. */
  readonly content: string;
  readonly isolation: Isolation;
  /** The words the card is about. */
  readonly near: Element;
  readonly mode: HostMode;
  readonly title: string;
  /** The frame has a document, not necessarily ours. */
  readonly loaded: () => void;
  /** The page took host or frame, or fights for it: nothing of the card is left. */
  readonly lost: () => void;
  readonly signal: AbortSignal;
}

export interface CardHost {
  readonly element: HTMLElement;
  /** Do words in this element have their card in this host? */
  serves(near: Element): boolean;
  /** The frame's width as a card or a sheet, in CSS px; it lays out its card for that. */
  setWidth(mode: 'card' | 'sheet'): number;
  /** Colours the card's edge, and tells the frame which theme the reader wants. */
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  /** Places the card beside the line, clear of all rects, still out of sight. False: no place (or no words). */
  place(line: Box, rects: readonly Box[], natural: number): Promise<boolean>;
  /** Places it there, still out of sight. */
  placeAt(box: Box): void;
  /** Moves the card by this much, within the window; its height may have changed. */
  shift(x: number, y: number, natural: number): void;
  /** Puts the card along the lower edge, for touch. */
  placeSheet(natural: number): void;
  /** The frame has proved to be ours: anything loaded into it later is not. */
  seal(): void;
  reveal(): void;
  /** Out of sight; the frame stays for the next card. */
  hide(): void;
  isShown(): boolean;
  /** Where the card is; null if it has no place. */
  box(): Box | null;
  /** Moves focus into the frame, remembering where it was. Only if it is shown. */
  focusIn(): void;
  /** Does the frame still have focus, or has the whole window lost it? */
  holdsFocus(): boolean;
  /** Returns the focus. */
  restoreFocus(): void;
  close(): void;
}

/** CSS px of a card's width, if there is room. */
const WIDTH = 380;
/** CSS px of the border around the frame, on each side. */
const EDGE = 1;
/** CSS px kept free beside it. */
const MARGIN = 8;
/** ms in which a following card takes over where focus came from. */
const HANDOVER_MS = 1_000;
/** Largest share of the window that a sheet covers. */
const SHEET_SHARE = 0.7;

/** The modal dialog or fullscreen element around the words, or the root element. */
function placeInTree(near: Element, top: Window): Element {
  for (const at of [near, ...ancestors(near)]) {
    if (dom.documentOf(at) !== top.document || dom.localName(at) === 'iframe') continue;
    if (dom.matches(at, ':modal, :fullscreen')) return at;
  }
  // A document without a root has no words either.
  return dom.documentElement(top.document) as Element;
}

export function openCardHost(options: CardHostOptions): CardHost {
  const { top, content, isolation, near, mode, title, loaded, lost, signal } = options;
  const doc = top.document;
  // Measured before the page is changed: afterwards that would force a layout.
  const room = visibleBox(top);
  const element = dom.make(doc, 'div');
  claim(element);
  const life = new AbortController();
  const root = element.attachShadow({ mode: 'closed', delegatesFocus: false });
  const frame = dom.make(doc, 'iframe');
  frame.title = title;
  if (mode === 'button') frame.tabIndex = -1;
  frame.addEventListener('load', loaded, { signal: life.signal });
  if (isolation === 'sandbox') {
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = content;
  }
  element.setAttribute('popover', 'manual');
  const parent = placeInTree(near, top);
  const shield = armour({ element, frame, root, parent, lost: giveUp, signal: life.signal });
  const set = shield.set;
  widen(mode, room);
  root.append(frame);
  shield.watch();
  dom.put(element, parent);
  try {
    element.showPopover();
  } catch {
    // No popover here (or the page removed the element at once): the highest z-index must do.
  }
  if (isolation === 'address') {
    frame.contentWindow?.location.replace(`data:text/html,${encodeURIComponent(content)}`);
  }

  let before: HTMLElement | null = null;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  let placed: Box | null = null;
  let shown = false;
  let zoom = 1;

  /** Undoes the effect of `zoom` on the page's root, then moves the card there and checks that it arrived. */
  function moveTo(x: number, y: number, height: number): void {
    set('height', `${height}px`);
    set('left', `${x}px`);
    set('top', `${y}px`);
    const { x: realX, y: realY } = element.getBoundingClientRect();
    if (Math.abs(realX - x) > 0.5 || Math.abs(realY - y) > 0.5) {
      set('left', `${2 * x - realX}px`);
      set('top', `${2 * y - realY}px`);
    }
    const box = element.getBoundingClientRect();
    placed = { x: box.x, y: box.y, width: box.width, height: box.height };
  }
  /** Before each placing: a page may have buttons for text size. */
  function undoZoom(): void {
    const { currentCSSZoom = 1 } = element as HTMLDivElement & { currentCSSZoom?: number };
    // It includes our own part.
    const next = zoom / currentCSSZoom;
    if (Math.abs(next - zoom) > 0.001) set('zoom', String(next));
    zoom = next;
  }
  function setWidth(mode: 'card' | 'sheet'): number {
    undoZoom();
    return widen(mode, visibleBox(top));
  }
  function widen(mode: HostMode, { width }: Box): number {
    const wide = mode === 'sheet' ? Math.floor(width) : Math.floor(Math.min(WIDTH, width - 2 * MARGIN));
    set('width', `${wide}px`);
    set('border-radius', mode === 'sheet' ? '12px 12px 0 0' : '8px');
    return wide - 2 * EDGE;
  }
  function reveal(): void {
    if (!shown) shield.rise();
    shown = true;
    set('visibility', 'visible');
  }
  function hide(): void {
    shown = false;
    placed = null;
    hiddenAt = top.performance.now();
    // Otherwise keys would go to an invisible card.
    if (dom.focusedIn(doc) === element) frame.blur();
    set('visibility', 'hidden');
  }
  function giveUp(): void {
    if (life.signal.aborted) return;
    close();
    lost();
  }
  function close(): void {
    if (life.signal.aborted) return;
    hide();
    life.abort();
    // Separately: Firefox reveals it, and `moveBefore` could carry it elsewhere with the card alive.
    frame.remove();
    element.remove();
  }
  signal.addEventListener('abort', close, { signal: life.signal });

  return {
    element,
    serves: (words) => element.isConnected && placeInTree(words, top) === parent,
    setWidth,
    setTheme: (theme) => set('color-scheme', theme === 'system' ? 'light dark' : theme),
    async place(line, rects, natural) {
      undoZoom();
      const real = rects.filter(({ width, height }) => width > 0 && height > 0);
      const spot =
        real.length === 0 || line.width <= 0 || line.height <= 0
          ? null
          : placeBeside({ width: element.getBoundingClientRect().width, height: natural + 2 * EDGE }, line, real, top);
      if (life.signal.aborted) return false;
      if (!spot) {
        placed = null;
        set('visibility', 'hidden');
        return false;
      }
      moveTo(spot.x, spot.y, spot.height);
      if (shown) reveal();
      return true;
    },
    placeAt({ x, y, width, height }) {
      undoZoom();
      set('width', `${width}px`);
      moveTo(x, y, height);
    },
    shift(dx, dy, natural) {
      if (!placed) return;
      undoZoom();
      const room = visibleBox(top);
      const height = Math.min(natural + 2 * EDGE, TALLEST, room.height - 2 * MARGIN);
      const within = (at: number, from: number, size: number) =>
        Math.max(from + MARGIN, Math.min(at, from + size - MARGIN));
      moveTo(
        within(placed.x + dx, room.x, room.width - placed.width),
        within(placed.y + dy, room.y, room.height - height),
        height,
      );
    },
    placeSheet(natural) {
      undoZoom();
      const { x, y, height: room } = visibleBox(top);
      const height = Math.min(natural + 2 * EDGE, Math.floor(room * SHEET_SHARE));
      moveTo(x, y + room - height, height);
    },
    seal: () => shield.seal(),
    reveal,
    hide,
    isShown: () => shown,
    box: () => placed,
    focusIn() {
      const now = dom.focused(doc) as HTMLElement | null;
      const isPlace = now !== null && now !== dom.body(doc) && now !== element;
      // From card to card, the first place stays the one to return to.
      if (isPlace || top.performance.now() - hiddenAt > HANDOVER_MS) before = isPlace ? now : null;
      frame.focus({ preventScroll: true });
    },
    holdsFocus: () => dom.focusedIn(doc) === element || !dom.holdsKeyboard(doc),
    restoreFocus() {
      if (before && dom.isConnected(before)) dom.focus(before, { preventScroll: true });
      before = null;
    },
    close,
  };
}
