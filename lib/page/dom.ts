/**
 * Nodes of a page, read past the names that its markup may lay over them.
 *
 * `<form><input name="parentElement">` stands in front of what the DOM says of that form, in Chromium for content scripts,
 * too: a walk up the page went round for ever. `<img name="body">` does so for a document; Chromium 156 and Firefox 153 shield
 * content scripts from that one, which no standard asks of them. So what is read of a node is read with the accessor of the
 * DOM's own class, which is beyond the page's reach in our world; that of our window also works on nodes of same-origin
 * frames. `test/unit/page/clobbered-names.test.ts` keeps every other way of reading nodes out of this room.
 */

/** Looked up at the first use, since some files of this room also run where there is no DOM; and along the whole chain. */
function find<Found>(of: string, key: PropertyKey, kind: 'get' | 'value'): Found {
  for (let at = Reflect.get(globalThis, of).prototype; at; at = Reflect.getPrototypeOf(at)) {
    const found = Reflect.getOwnPropertyDescriptor(at, key)?.[kind];
    if (found) return found;
  }
  // A browser without it says so, and not the page in its place.
  return (() => undefined) as Found;
}

/** Of any element, unless a class is named. */
function get<Of, Value>(key: keyof Of, of = 'HTMLElement') {
  let read: (() => Value) | undefined;
  return (node: Of): Value => {
    read ??= find<() => Value>(of, key, 'get');
    return read.call(node);
  };
}
function call<Of, Given extends unknown[], Answer>(key: keyof Of, of = 'HTMLElement') {
  let run: ((...given: Given) => Answer) | undefined;
  return (node: Of, ...given: Given): Answer => {
    run ??= find<(...given: Given) => Answer>(of, key, 'value');
    return run.apply(node, given);
  };
}
/** What only some kinds of nodes have: the accessor throws for the others. */
function ifAny<Of, Value>(read: (node: Of) => Value, node: Node, otherwise: Value): Value {
  try {
    return read(node as Of);
  } catch {
    return otherwise;
  }
}
const DOCUMENT = 'Document';

type Heard = (event: Event) => void;
export const listen = call<EventTarget, [type: string, Heard, AddEventListenerOptions], void>('addEventListener');

const nodeType = get<Node, number>('nodeType');
const ownerDocument = get<Node, Document | null>('ownerDocument');
const compareDocumentPosition = call<Node, [Node], number>('compareDocumentPosition');
export const parentElement = get<Node, Element | null>('parentElement');
export const childNodes = get<Node, NodeList>('childNodes');
export const firstChild = get<Node, Node | null>('firstChild');
export const nextSibling = get<Node, Node | null>('nextSibling');
export const isConnected = get<Node, boolean>('isConnected');
export const rootOf = call<Node, [], Node>('getRootNode');
export const contains = call<Node, [Node], boolean>('contains');

const assignedSlot = get<Element, Element | null>('assignedSlot');
const allIn = call<Element, [string], NodeListOf<Element>>('querySelectorAll');
const oneIn = call<Element, [string], Element | null>('querySelector');
export const localName = get<Element, string>('localName');
export const children = get<Element, HTMLCollection>('children');
export const shadowRoot = get<Element, ShadowRoot | null>('shadowRoot');
export const getAttribute = call<Element, [string], string | null>('getAttribute');
export const hasAttribute = call<Element, [string], boolean>('hasAttribute');
export const matches = call<Element, [string], boolean>('matches');
export const closest = call<Element, [string], Element | null>('closest');
export const byTag = call<Element, [string], HTMLCollectionOf<Element>>('getElementsByTagName');
export const boxOf = call<Element, [], DOMRect>('getBoundingClientRect');
export const checkVisibility = call<Element, [CheckVisibilityOptions], boolean | undefined>('checkVisibility');

const host = get<ShadowRoot, Element>('host', 'ShadowRoot');
const type = get<HTMLInputElement, string>('type', 'HTMLInputElement');
const isContentEditable = get<HTMLElement, boolean>('isContentEditable');
export const offsetWidth = get<HTMLElement, number>('offsetWidth');
export const offsetHeight = get<HTMLElement, number>('offsetHeight');
export const contentDocument = get<HTMLIFrameElement, Document | null>('contentDocument', 'HTMLIFrameElement');
export const assignedNodes = call<HTMLSlotElement, [], Node[]>('assignedNodes', 'HTMLSlotElement');

const activeElement = get<Document, Element | null>('activeElement', DOCUMENT);
const allOf = call<Document, [string], NodeListOf<Element>>('querySelectorAll', DOCUMENT);
const oneOf = call<Document, [string], Element | null>('querySelector', DOCUMENT);
export const body = get<Document, HTMLElement | null>('body', DOCUMENT);
export const documentElement = get<Document, HTMLElement>('documentElement', DOCUMENT);
export const title = get<Document, string>('title', DOCUMENT);
export const contentType = get<Document, string>('contentType', DOCUMENT);
export const designMode = get<Document, string>('designMode', DOCUMENT);
export const readyState = get<Document, DocumentReadyState>('readyState', DOCUMENT);
export const visibilityState = get<Document, DocumentVisibilityState>('visibilityState', DOCUMENT);
export const defaultView = get<Document, Window | null>('defaultView', DOCUMENT);
export const createRange = call<Document, [], Range>('createRange', DOCUMENT);
export const createTreeWalker = call<Document, [Node, number], TreeWalker>('createTreeWalker', DOCUMENT);
export const elementFromPoint = call<Document, [number, number], Element | null>('elementFromPoint', DOCUMENT);
export const caretPositionFromPoint = call<
  Document,
  [number, number, { shadowRoots: ShadowRoot[] }],
  CaretPosition | null | undefined
>('caretPositionFromPoint', DOCUMENT);
export const caretRangeFromPoint = call<Document, [number, number], Range | null | undefined>(
  'caretRangeFromPoint',
  DOCUMENT,
);

export const isElement = (node: Node): node is Element => nodeType(node) === 1;
export const isText = (node: Node): node is Text => nodeType(node) === 3;
/** Not `instanceof`: a frame has classes of its own. */
export const isDocument = (node: Node): node is Document => nodeType(node) === 9;

/** The element whose shadow tree `root` is; null for any other node. */
export const hostOf = (root: Node): Element | null => (nodeType(root) === 11 ? ifAny(host, root, null) : null);
export const isEditable = (element: Element): boolean => ifAny(isContentEditable, element, false);
export const inputType = (element: Element): string => ifAny(type, element, '');

/** The document that a node stands in, a document itself included. */
export const documentOf = (node: Node): Document => ownerDocument(node) ?? (node as Document);
export const follows = (node: Node, other: Node): boolean => (compareDocumentPosition(other, node) & 4) !== 0;
/** The slot that a node is painted in. */
export const slotOf = (node: Node): Element | null =>
  isElement(node) ? assignedSlot(node) : isText(node) ? node.assignedSlot : null;
export const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  defaultView(documentOf(element))?.getComputedStyle(element);
export const all = (scope: Element | Document, selector: string): NodeListOf<Element> =>
  isDocument(scope) ? allOf(scope, selector) : allIn(scope, selector);
export const one = (scope: Element | Document, selector: string): Element | null =>
  isDocument(scope) ? oneOf(scope, selector) : oneIn(scope, selector);

/** What has the focus, in whatever open shadow tree it is. */
export function focused(doc: Document): Element | null {
  let at = activeElement(doc);
  for (let inner = at; inner; inner = shadowRoot(inner)?.activeElement ?? null) at = inner;
  return at;
}
