/** A document's selected words, if they can be looked up: not a passage, nothing editable. */
import { isWithin, parentOf } from '../dom/ancestors';
import * as dom from '../dom/dom';
import { isEditing } from '../dom/editing';
import { type Box, toTop } from '../dom/frames';
import { isLookable } from './lookable';

export interface SelectedWords {
  /** The element that contains them. */
  readonly near: Element;
  /** Their lines, in coordinates of the window `top`. */
  readonly lines: readonly Box[];
}

/** Boxes examined of a range: 80 characters have a few, a page of empty boxes may have any number. */
const MOST_LINES = 40;

/** Null if nothing selected can be looked up, or none of it is visible. */
export function selectedWords(doc: Document, top: Window): SelectedWords | null {
  const selection = dom.selectionOf(doc);
  if (!selection?.rangeCount || selection.isCollapsed || isEditing(doc) || dom.designMode(doc) === 'on') return null;
  const range = selection.getRangeAt(0);
  const near = elementAt(range.commonAncestorContainer);
  if (!near || [range.startContainer, range.endContainer].some(isWritten) || !isLookable(String(selection)))
    return null;
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).slice(0, MOST_LINES);
  if (!boxes.some((box) => isInSight(box, near, doc))) return null;
  return { near, lines: boxes.map((box) => toTop(box, doc, top)) };
}

const elementAt = (node: Node): Element | null => (dom.isElement(node) ? node : parentOf(node));

/** Is it in something editable? A field's content is not visible to us: the field itself counts. */
function isWritten(node: Node): boolean {
  const element = elementAt(node);
  return element !== null && (dom.isEditable(element) || /^(?:input|textarea|select)$/.test(dom.localName(element)));
}

/** Scrolled out of its box, or under a bar of the page, it cannot be pointed at. */
function isInSight({ x, y, width, height }: Box, near: Element, doc: Document): boolean {
  const found = dom.elementFromPoint(doc, x + width / 2, y + height / 2);
  return found !== null && (isWithin(near, found) || isWithin(found, near));
}
