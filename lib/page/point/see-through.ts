/**
 * Are words visible at a point where the browser reports another element? Yes under a link stretched over its box
 * (`a::after { inset: 0 }`), a colourless layer or a tint; no under anything that hides them.
 *
 * Only elements that receive the pointer are noticed: an opaque layer with `pointer-events: none` is not.
 */
import { FARTHEST, parentOf } from '../dom/ancestors';
import * as dom from '../dom/dom';

/** Opacity at which a layer hides what is under it: above a hovered box's tint, below a dialog's backdrop. */
const HIDING = 0.25;
/** CSS px; a `::before` or `::after` with a smaller side is an ornament, not the stretched one. */
const ORNAMENT = 16;
const LAYERS = 50;

/** These paint something of their own, whatever their background. */
const PAINTS = /^(?:img|video|canvas|iframe|frame|embed|object|input|textarea|select)$/;
const SHAPES = /^(?:path|rect|circle|ellipse|line|polygon|polyline|image|use|text|tspan)$/;

/** Everything at a point that receives the pointer, topmost first, through open shadow roots. */
export function layersAt(doc: Document, x: number, y: number): Element[] {
  const found: Element[] = [];
  const add = (elements: Iterable<Element>): void => {
    for (const element of elements) {
      if (found.length >= LAYERS || found.includes(element)) continue;
      const root = dom.shadowRoot(element);
      if (root) add([...root.elementsFromPoint(x, y)].filter((inner) => dom.rootOf(inner) === root));
      found.push(element);
    }
  };
  add(dom.elementsFromPoint(doc, x, y));
  return found;
}

/** `layers`: what lies at the point, topmost first. */
export function isSeen(text: Text, layers: readonly Element[], x: number, y: number): boolean {
  const around = paintedIn(text);
  // A slot and the like have no box, and count as invisible.
  const inner = around.find((box) => dom.styleOf(box)?.display !== 'contents');
  if (!inner || dom.checkVisibility(inner, { opacityProperty: true, visibilityProperty: true }) === false) return false;
  for (const layer of layers) {
    const at = around.indexOf(layer);
    // The words' own container lies under them, except for its `::before` and `::after`; but it may clip them.
    if (at >= 0) return at === 0 || !(hidesByOrnament(layer) || around.slice(0, at).some((box) => cutsOff(box, x, y)));
    if (hides(layer, around)) return false;
  }
  // None of their containers is there: a modal dialog is open, or they are clipped.
  return false;
}

/** The boxes a text is painted in, innermost first along the flat tree: slotted text is in its slot. */
function paintedIn(text: Text): Element[] {
  const around: Element[] = [];
  for (let at: Node | null = text; at && around.length < FARTHEST; ) {
    const outer: Element | null = dom.slotOf(at) ?? parentOf(at);
    if (outer) around.push(outer);
    at = outer;
  }
  return around;
}

function hides(layer: Element, around: readonly Element[]): boolean {
  // A dialog's backdrop is reported as the dialog.
  if (dom.matches(layer, ':modal')) return true;
  const name = dom.localName(layer);
  const style = dom.styleOf(layer);
  if (!style) return false;
  let opacity = 1;
  for (let at: Element | null = layer; at && !around.includes(at); at = parentOf(at)) {
    opacity *= Number(dom.styleOf(at)?.opacity ?? 1);
  }
  const paint = PAINTS.test(name) ? 1 : paintOf(style, SHAPES.test(name));
  return opacity * paint > HIDING || (opacity > HIDING && hidesByOrnament(layer));
}

const hidesByOrnament = (element: Element): boolean =>
  ['::before', '::after'].some((ornament) => {
    const style = dom.styleOf(element, ornament);
    if (!style || style.content === 'none' || style.pointerEvents === 'none') return false;
    if (Math.min(Number.parseFloat(style.width), Number.parseFloat(style.height)) < ORNAMENT) return false;
    return Number(style.opacity) * paintOf(style, false) > HIDING;
  });

/** The opacity of the most opaque thing a box paints, from 0 to 1. */
function paintOf({ backgroundColor, backgroundImage, backdropFilter, fill }: CSSStyleDeclaration, isShape: boolean) {
  if (/url\(|image|element\(/.test(backgroundImage) || !/^(?:none)?$/.test(backdropFilter ?? '')) return 1;
  let most = 0;
  for (const [, parts = ''] of `${backgroundColor} ${backgroundImage} ${isShape ? fill : ''}`.matchAll(COLOURS)) {
    most = Math.max(most, Number(/(?:\/|(?:,[^,]*){2},)\s*([\d.e-]+)$/.exec(parts)?.[1] ?? 1));
  }
  return most;
}
/** Colours as browsers return them: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.4)`, `oklab(0.5 0 0 / 0.4)`. */
const COLOURS = /(?:rgba?|color|(?:ok)?l(?:ab|ch))\(([^()]*)\)/g;

function cutsOff(box: Element, x: number, y: number): boolean {
  if (dom.styleOf(box)?.overflow === 'visible') return false;
  const { x: left, y: top, width, height } = dom.boxOf(box);
  return x < left || x > left + width || y < top || y > top + height;
}
