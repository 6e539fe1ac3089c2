/**
 * A sentence beside words of the story where no card can be shown: the page blocks or fights our frame. It is in the
 * page's own document, so it may say nothing the page must not read.
 */

import * as dom from '../dom/dom';
import { claim } from '../dom/own-elements';
import type { Hit } from '../point/hit-test';
import { dress } from './armour';
import { placeBeside } from './card-place';

export interface CardNoticeOptions {
  readonly top: Window;
  readonly hit: Hit;
  readonly text: string;
  readonly signal: AbortSignal;
}

/** CSS px, for two or three lines. */
const SIZE = { width: 300, height: 96 };
/** ms: long enough to read it twice; the next press or scroll removes it. */
const SHOWN_MS = 8_000;

const STYLE = {
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  display: 'block',
  'box-sizing': 'border-box',
  width: `${SIZE.width}px`,
  padding: '10px 14px',
  border: '1px solid GrayText',
  'border-radius': '8px',
  background: 'Canvas',
  color: 'CanvasText',
  font: '14px/1.45 system-ui, sans-serif',
  'color-scheme': 'light dark',
  'z-index': '2147483647',
  'pointer-events': 'none',
};

/** Removes itself. */
export async function openCardNotice({ top, hit, text, signal }: CardNoticeOptions): Promise<void> {
  const doc = top.document;
  const spot = placeBeside(SIZE, hit.line, hit.rects, top);
  if (!spot || signal.aborted) return;
  const element = dom.make(doc, 'div');
  claim(element);
  dress(element, { ...STYLE, left: `${spot.x}px`, top: `${spot.y}px` });
  const root = element.attachShadow({ mode: 'closed' });
  const words = dom.make(doc, 'p');
  words.setAttribute('role', 'status');
  words.style.margin = '0';
  words.textContent = text;
  root.append(words);
  element.setAttribute('popover', 'manual');
  const page = dom.documentElement(doc);
  if (!page) return;
  dom.put(element, page);
  try {
    element.showPopover();
  } catch {
    // The highest z-index must do.
  }
  const life = new AbortController();
  const passive = { capture: true, passive: true, signal: life.signal };
  const end = () => {
    life.abort();
    element.remove();
  };
  const timer = top.setTimeout(end, SHOWN_MS);
  life.signal.addEventListener('abort', () => top.clearTimeout(timer));
  for (const name of ['pointerdown', 'keydown', 'scroll']) top.addEventListener(name, end, passive);
  signal.addEventListener('abort', end, { signal: life.signal });
}
