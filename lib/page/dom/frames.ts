import * as dom from './dom';

/**
 * Same-origin frames belong to the story around them; cross-origin frames run their own reader. This file reaches into
 * the former and converts their coordinates to our window's.
 */

/** CSS px below which a frame holds an advert or a widget, not prose. */
const FRAME_WIDTH = 280;
const FRAME_HEIGHT = 160;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A frame element's document, if we may read it. */
export function frameDocument(frame: Element): Document | null {
  try {
    const doc = dom.contentDocument(frame as HTMLIFrameElement);
    // An unloaded frame shows an empty about:blank, soon replaced.
    return doc && dom.body(doc) && dom.readyState(doc) !== 'loading' ? doc : null;
  } catch {
    return null;
  }
}

export function isReadableFrame(frame: Element): boolean {
  if (dom.localName(frame) !== 'iframe') return false;
  const { width, height } = dom.boxOf(frame);
  return width >= FRAME_WIDTH && height >= FRAME_HEIGHT && frameDocument(frame) !== null;
}

/** The frame element that contains `doc` in the window `top`; null for `top`'s own document. */
function holderOf(doc: Document, top: Window): Element | null {
  const view = dom.defaultView(doc);
  if (!view || view === top) return null;
  try {
    return view.frameElement;
  } catch {
    return null;
  }
}

/** Is a cross-origin frame large enough for its own reader? */
export const isWorthReading = (view: Window): boolean =>
  view === view.parent || (view.innerWidth >= FRAME_WIDTH && view.innerHeight >= FRAME_HEIGHT);

/** Converts a rectangle from `doc`'s viewport to `top`'s, through every frame between them. */
export function toTop(box: Box, doc: Document, top: Window): Box {
  let { x, y, width, height } = box;
  for (let holder = holderOf(doc, top); holder; holder = holderOf(dom.documentOf(holder), top)) {
    const outer = dom.boxOf(holder);
    const style = dom.styleOf(holder)!;
    const wide = dom.offsetWidth(holder as HTMLElement) || outer.width;
    const tall = dom.offsetHeight(holder as HTMLElement) || outer.height;
    // A transform or zoom on the frame scales its content.
    const [sx, sy] = [outer.width / wide, outer.height / tall];
    const left = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft) || 0;
    const above = Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop) || 0;
    x = outer.x + (left + x) * sx;
    y = outer.y + (above + y) * sy;
    width *= sx;
    height *= sy;
  }
  return { x, y, width, height };
}
