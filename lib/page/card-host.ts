import { placeBeside, visibleBox } from './card-place';
import type { Box } from './frames';
import { parentOf } from './furniture';
import { sealCard } from './sealed-keys';
import { ringTab } from './tab-ring';

/**
 * The one element that Backstory ever puts into a page, and only while a card is open: a popover in the top layer with
 * a closed shadow root. It bears no name and no role: any script of the page could read them. The dialog and its label
 * stand inside the root, where the accessibility tree finds them and the page does not.
 *
 * Diary of browsers:
 * - A page's rules beat `:host` rules, so what must hold stands inline with `!important` (set through the CSSOM, which
 *   a page's CSP does not govern, unlike a `style` attribute).
 * - Firefox refuses `adoptedStyleSheets` from content scripts; a `<style>` there must be empty when it is attached,
 *   or a strict CSP of the page drops its text.
 * - Everything outside a modal `<dialog>` is inert, the top layer included, and a popover outside a fullscreen element
 *   lies below it although it was shown later (Chromium 156, Firefox 153): the host must stand in the dialog or the
 *   fullscreen element of its words.
 * - CSS `zoom` on the root element also scales the top layer; it is measured and taken back.
 */

export interface CardHostOptions {
  readonly top: Window;
  readonly css: string;
  /** The words that the card is about. */
  readonly near: Element;
  /** Where the focus goes back to, when a card before this one had taken it. */
  readonly focusBefore?: HTMLElement | null;
  readonly signal: AbortSignal;
}

export interface CardHost {
  readonly root: ShadowRoot;
  /** Where the card is rendered. */
  readonly mount: HTMLElement;
  readonly element: HTMLElement;
  /** Puts the card by the line, clear of all rects. False: there is no place (or no words), the card is not shown. */
  place(line: Box, rects: readonly Box[]): Promise<boolean>;
  /** Puts the card along the lower edge, for fingers. */
  placeSheet(): void;
  /** Where the card is; null while it has no place. */
  box(): Box | null;
  /** Moves the focus to `target` in the card, remembering where it was. */
  focusIn(target: HTMLElement): void;
  /** Gives the focus back; also after the host was closed. */
  restoreFocus(): void;
  /** What had the focus before the card took it. */
  focusBefore(): HTMLElement | null;
  close(): void;
}

const FIXED: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  left: '0',
  top: '0',
  margin: '0',
  padding: '0',
  border: '0',
  display: 'block',
  overflow: 'visible',
  width: 'max-content',
  height: 'auto',
  background: 'transparent',
  'z-index': '2147483647',
  'pointer-events': 'auto',
  'color-scheme': 'light dark',
  outline: 'none',
};

function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length === 1) return;
  } catch {
    // Firefox: sheets of the content script's world are not the page's.
  }
  const style = root.ownerDocument.createElement('style');
  root.append(style);
  style.textContent = css;
}

/** The modal dialog or fullscreen element around the words, or the root element. */
function placeInTree(near: Element, top: Window): Element {
  for (let at: Element | null = near; at; at = parentOf(at)) {
    if (at.ownerDocument !== top.document || at.localName === 'iframe') continue;
    if (at.matches(':modal, :fullscreen')) return at;
  }
  return top.document.documentElement;
}

function deepFocus(doc: Document): HTMLElement | null {
  let focused = doc.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused as HTMLElement | null;
}

/** Every host there ever was: the page's watcher hears of one's going only after it is gone. */
const hosts = new WeakSet<object>();

/** Is this our own element, in the page now or once? */
export const isCardHost = (node: object | null): boolean => node !== null && hosts.has(node);

export function openCardHost({ top, css, near, focusBefore = null, signal }: CardHostOptions): CardHost {
  const doc = top.document;
  const element = doc.createElement('div');
  hosts.add(element);
  const life = new AbortController();
  const root = element.attachShadow({ mode: 'closed', delegatesFocus: false });
  const mount = doc.createElement('div');
  root.append(mount);
  for (const [name, value] of Object.entries(FIXED)) element.style.setProperty(name, value, 'important');
  element.setAttribute('popover', 'manual');
  // Shown without a place it would flash in the corner.
  element.style.setProperty('visibility', 'hidden', 'important');
  sealCard(element, root, top, life.signal);
  ringTab(root, life.signal);
  placeInTree(near, top).append(element);
  addStyle(root, css);
  try {
    element.showPopover();
  } catch {
    // No popover here (or the page took the element away at once): the highest z-index has to do.
  }

  let before: HTMLElement | null = focusBefore;
  let placed: Box | null = null;
  /** Asked for while the card had no place yet: what is hidden takes no focus. */
  let wanted: HTMLElement | null = null;
  const set = (name: string, value: string) => element.style.setProperty(name, value, 'important');
  // The card scrolls in itself; it reads its room from these (see `components/card/card.css`).
  const setRoom = (px: number) => element.style.setProperty('--card-max-height', `${Math.floor(px)}px`);

  /** Undoes what `zoom` on the page's root does to us, then puts the card there and looks whether it arrived. */
  function moveTo(x: number, y: number): void {
    set('left', `${x}px`);
    set('top', `${y}px`);
    const { x: realX, y: realY } = element.getBoundingClientRect();
    if (Math.abs(realX - x) > 0.5 || Math.abs(realY - y) > 0.5) {
      set('left', `${2 * x - realX}px`);
      set('top', `${2 * y - realY}px`);
    }
    const { x: left, y: above, width, height } = element.getBoundingClientRect();
    placed = { x: left, y: above, width, height };
    reveal();
  }
  function reveal(): void {
    set('visibility', 'visible');
    wanted?.focus({ preventScroll: true });
    wanted = null;
  }
  function undoZoom(): void {
    const { currentCSSZoom } = doc.documentElement as Element & { currentCSSZoom?: number };
    if (currentCSSZoom && currentCSSZoom !== 1) set('zoom', String(1 / currentCSSZoom));
  }
  function unplace(): void {
    placed = null;
    set('visibility', 'hidden');
  }
  undoZoom();
  element.style.setProperty('--card-max-width', `${visibleBox(top).width - 16}px`);

  const host: CardHost = {
    root,
    mount,
    element,
    async place(line, rects) {
      const real = rects.filter(({ width, height }) => width > 0 && height > 0);
      if (real.length === 0 || line.width <= 0 || line.height <= 0) {
        unplace();
        return false;
      }
      const spot = await placeBeside(element, line, real, top, setRoom);
      if (life.signal.aborted) return false;
      if (!spot) {
        unplace();
        return false;
      }
      moveTo(spot.x, spot.y);
      return true;
    },
    placeSheet() {
      // The sheet fixes itself to the lower edge; the host is only its anchor in the top layer.
      set('left', '0');
      set('top', '0');
      reveal();
      const { x, y, width, height } = (mount.firstElementChild ?? mount).getBoundingClientRect();
      placed = { x, y, width, height };
    },
    box: () => placed,
    focusIn(target) {
      const now = deepFocus(doc);
      if (now !== element) before ??= now;
      wanted = placed ? null : target;
      target.focus({ preventScroll: true });
    },
    restoreFocus() {
      if (before?.isConnected && before !== doc.body) before.focus({ preventScroll: true });
      else if (deepFocus(doc) === element) element.blur();
      before = null;
    },
    focusBefore: () => before,
    close() {
      if (life.signal.aborted) return;
      life.abort();
      element.remove();
      placed = null;
    },
  };
  signal.addEventListener('abort', () => host.close(), { signal: life.signal });
  return host;
}
